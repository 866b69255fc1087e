package derrick.domain.account;

/** A number that no user has. */
public final class UnknownUser extends RuntimeException {
    public UnknownUser(UserId id) {
        super("there is no user %s".formatted(id));
    }
}
