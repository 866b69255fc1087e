package derrick.domain.account;

import java.util.Optional;

/** The repository of password reset tokens. */
public interface PasswordResetTokens {
    void add(PasswordResetToken token);

    Optional<PasswordResetToken> find(TokenHash hash);

    /** Replaces the stored token if its use still equals that of {@code before}; returns whether it was replaced. */
    boolean replace(PasswordResetToken before, PasswordResetToken after);
}
