package derrick.domain.account;

/** A name that another user has, in whatever letter case. */
public final class UsernameTaken extends RuntimeException {
    public UsernameTaken(Username username) {
        super("the user name '%s' is taken".formatted(username));
    }
}
