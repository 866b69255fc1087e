package derrick.domain.account;

import derrick.domain.account.PasswordReset.PasswordResetRefused;
import derrick.domain.field.Require;
import java.time.Instant;

/** A stored token of a password reset, with the hash of the secret that was mailed. */
public record PasswordResetToken(TokenHash hash, UserId user, Instant createdAt, Instant expiresAt, Use use) {
    /** Whether the secret has been used. */
    public sealed interface Use {}

    /** The secret can be used until it expires. */
    public record Unused() implements Use {}

    /** The secret was used at a time and cannot be used again. */
    public record Used(Instant at) implements Use {
        public Used {
            Require.time("used_at", at);
        }
    }

    /** @throws derrick.domain.field.InvalidField if a time is finer than a microsecond */
    public PasswordResetToken {
        Require.time("created_at", createdAt);
        Require.time("expires_at", expiresAt);
    }

    /**
     * Returns the token marked as used.
     *
     * @throws PasswordResetRefused if it is used or expired
     */
    public PasswordResetToken redeem(Instant at) {
        if (use instanceof Used) {
            throw PasswordResetRefused.used();
        }
        if (!at.isBefore(expiresAt)) {
            throw PasswordResetRefused.expired();
        }
        return new PasswordResetToken(hash, user, createdAt, expiresAt, new Used(at));
    }
}
