package derrick.domain.account;

import java.time.Instant;
import java.util.Optional;

/** All tokens that count no more and have not expired for long. */
public interface BlacklistedTokens {
    /** Keeps a token, unless it is there; says whether it was not. */
    boolean add(BlacklistedToken token);

    Optional<BlacklistedToken> find(TokenHash hash);

    /**
     * Forgets tokens that expired before a time.
     *
     * @param limit how many at most
     * @return how many
     */
    int removeExpired(Instant before, int limit);
}
