package derrick.persistence.account;

import derrick.domain.account.PasswordResetToken;
import derrick.domain.account.PasswordResetToken.Unused;
import derrick.domain.account.PasswordResetToken.Use;
import derrick.domain.account.PasswordResetToken.Used;
import derrick.domain.account.TokenHash;
import derrick.domain.account.UserId;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code password_reset_tokens}. {@code tokenHash} holds the bytes of the hash in hexadecimal digits. */
public record PasswordResetTokenRow(
        String tokenHash, long userId, Instant createdAt, Instant expiresAt, Optional<Instant> usedAt) {

    static PasswordResetTokenRow of(PasswordResetToken token) {
        return new PasswordResetTokenRow(
                token.hash().value(), token.user().value(), token.createdAt(), token.expiresAt(), usedAt(token));
    }

    PasswordResetToken token() {
        Use use = usedAt.<Use>map(Used::new).orElseGet(Unused::new);
        return new PasswordResetToken(new TokenHash(tokenHash), new UserId(userId), createdAt, expiresAt, use);
    }

    private static Optional<Instant> usedAt(PasswordResetToken token) {
        return token.use() instanceof Used used ? Optional.of(used.at()) : Optional.empty();
    }
}
