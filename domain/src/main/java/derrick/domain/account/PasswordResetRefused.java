package derrick.domain.account;

/** A secret does not give the right to choose a new password, or does not any more. */
public final class PasswordResetRefused extends RuntimeException {
    private PasswordResetRefused(String message) {
        super(message);
    }

    static PasswordResetRefused unknown() {
        return new PasswordResetRefused("the reset token is not known; ask for a new one");
    }

    static PasswordResetRefused used() {
        return new PasswordResetRefused("the reset token is used and cannot be used again; ask for a new one");
    }

    static PasswordResetRefused expired() {
        return new PasswordResetRefused("the reset token is expired and cannot be used; ask for a new one");
    }
}
