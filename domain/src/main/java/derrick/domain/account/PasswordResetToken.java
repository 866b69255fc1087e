package derrick.domain.account;

import derrick.domain.field.Require;
import java.time.Instant;

/** The right to choose a new password once, before it expires, with the secret whose hash this keeps. */
public record PasswordResetToken(TokenHash hash, UserId user, Instant createdAt, Instant expiresAt, Use use) {
    /** Whether the secret has been used. */
    public sealed interface Use {}

    /** It is good until it expires. */
    public record Unused() implements Use {}

    /** It is good for nothing any more. */
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
     * The token after its use.
     *
     * @throws PasswordResetRefused if it was used before, or it is too late
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
