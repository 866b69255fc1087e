package derrick.domain.account;

import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Revokes tokens before they expire, with immediate effect on all instances of the server. */
public final class TokenRevocation {
    private final BlacklistedTokens tokens;
    private final Clock clock;

    public TokenRevocation(BlacklistedTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Revokes a token.
     *
     * @param expiresAt when the token expires by itself
     * @return whether the token was still valid; of several concurrent calls, one returns true
     */
    public boolean revoke(TokenHash token, Optional<UserId> user, Instant expiresAt, String reason) {
        return tokens.add(new BlacklistedToken(
                token, user, Microseconds.now(clock), Microseconds.roundUp(expiresAt), Optional.of(reason)));
    }

    /** Returns whether a token is revoked. */
    public boolean isRevoked(TokenHash token) {
        return tokens.find(token).isPresent();
    }

    /**
     * Deletes the entries of expired tokens.
     *
     * @param limit the largest number to delete; if as many were deleted, there may be more
     * @return the number deleted
     */
    public int deleteExpired(int limit) {
        return tokens.removeExpired(Microseconds.now(clock), limit);
    }
}
