package derrick.domain.account;

import java.time.Instant;
import java.util.Optional;

/** The repository of revoked tokens. */
public interface BlacklistedTokens {
    /** Stores a token unless it is stored already; returns whether it was stored now. */
    boolean add(BlacklistedToken token);

    Optional<BlacklistedToken> find(TokenHash hash);

    /**
     * Deletes tokens that expired before the given time.
     *
     * @param limit the largest number to delete
     * @return the number deleted
     */
    int removeExpired(Instant before, int limit);
}
