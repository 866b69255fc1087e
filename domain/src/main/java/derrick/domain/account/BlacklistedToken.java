package derrick.domain.account;

import derrick.domain.field.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * A token that was revoked before it expired.
 *
 * @param hash the hash of the token or of its ID
 * @param user the user that the token was issued to, if known
 * @param expiresAt when the token expires by itself; the entry can be deleted after that
 * @param reason why it was revoked, such as {@code logout}
 */
public record BlacklistedToken(
        TokenHash hash, Optional<UserId> user, Instant createdAt, Instant expiresAt, Optional<String> reason) {
    private static final int MAX_REASON_LENGTH = 100;

    /** @throws derrick.domain.field.InvalidField if the reason is too long or a time is finer than a microsecond */
    public BlacklistedToken {
        Require.time("created_at", createdAt);
        Require.time("expires_at", expiresAt);
        reason.ifPresent(text -> Require.textOrEmpty("reason", text, MAX_REASON_LENGTH));
    }
}
