package derrick.domain.account;

/** A secret does not give the right to choose a new password, or does not any more. */
public final class ResetRefused extends RuntimeException {
    private ResetRefused(String message) {
        super(message);
    }

    static ResetRefused unknown() {
        return new ResetRefused("the reset token is not known; ask for a new one");
    }

    static ResetRefused used() {
        return new ResetRefused("the reset token is used and cannot be used again; ask for a new one");
    }

    static ResetRefused expired() {
        return new ResetRefused("the reset token is expired and cannot be used; ask for a new one");
    }
}
