package derrick.domain.account;

/** An address that another user has, in whatever letter case. */
public final class EmailAlreadyExists extends RuntimeException {
    public EmailAlreadyExists(EmailAddress email) {
        super("the address '%s' belongs to another user".formatted(email));
    }
}
