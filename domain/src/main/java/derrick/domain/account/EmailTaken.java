package derrick.domain.account;

/** An address that another user has, in whatever letter case. */
public final class EmailTaken extends RuntimeException {
    public EmailTaken(EmailAddress email) {
        super("the address '%s' belongs to another user".formatted(email));
    }
}
