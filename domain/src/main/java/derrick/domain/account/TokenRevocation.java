package derrick.domain.account;

import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Tokens that are taken back before they expire: from the next question on, everywhere. */
public final class TokenRevocation {
    private final BlacklistedTokens tokens;
    private final Clock clock;

    public TokenRevocation(BlacklistedTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Takes a token back.
     *
     * @param expiresAt when it would end by itself
     * @return whether it still counted; of many who take it back at once, one hears that it did
     */
    public boolean revoke(TokenHash token, Optional<UserId> user, Instant expiresAt, String reason) {
        return tokens.add(new BlacklistedToken(
                token, user, Microseconds.now(clock), Microseconds.upTo(expiresAt), Optional.of(reason)));
    }

    /** Whether a token counts no more. */
    public boolean isRevoked(TokenHash token) {
        return tokens.find(token).isPresent();
    }

    /**
     * Forgets tokens that nobody would accept any more, since they have expired.
     *
     * @param limit how many at most; if as many were forgotten, there may be more
     * @return how many
     */
    public int forgetExpired(int limit) {
        return tokens.removeExpired(Microseconds.now(clock), limit);
    }
}
