package derrick.domain.account;

import java.util.Optional;

/** All rights to choose a new password that were ever given. */
public interface PasswordResetTokens {
    void add(PasswordResetToken token);

    Optional<PasswordResetToken> find(TokenHash hash);

    /** Keeps {@code after} if the token is still used or unused as {@code before} was; says whether it did. */
    boolean replace(PasswordResetToken before, PasswordResetToken after);
}
