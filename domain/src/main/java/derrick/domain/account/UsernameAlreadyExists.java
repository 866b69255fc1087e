package derrick.domain.account;

/** A name that another user has, in whatever letter case. */
public final class UsernameAlreadyExists extends RuntimeException {
    public UsernameAlreadyExists(Username username) {
        super("the user name '%s' is taken".formatted(username));
    }
}
