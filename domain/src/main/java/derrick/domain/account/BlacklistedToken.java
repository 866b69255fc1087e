package derrick.domain.account;

import derrick.domain.field.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * A token that counts no more, though it has not expired yet.
 *
 * @param hash of the token, or of its number
 * @param user whose it was, if that is known
 * @param expiresAt when it would have ended by itself, and need not be remembered any longer
 * @param reason such as {@code logout}
 */
public record BlacklistedToken(
        TokenHash hash, Optional<UserId> user, Instant createdAt, Instant expiresAt, Optional<String> reason) {
    private static final int LONGEST_REASON = 100;

    /** @throws derrick.domain.field.InvalidField if the reason is too long or a time is finer than a microsecond */
    public BlacklistedToken {
        Require.time("created_at", createdAt);
        Require.time("expires_at", expiresAt);
        reason.ifPresent(text -> Require.textOrNothing("reason", text, LONGEST_REASON));
    }
}
