package derrick.domain.account;

import derrick.domain.field.Require;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where mail reaches a user, 1 to 100 characters; its letter case is kept and does not count. */
public record EmailAddress(String value) {
    private static final int LONGEST = 100;
    private static final Pattern FORM = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    /** @throws derrick.domain.field.InvalidField if it is empty or too long */
    public EmailAddress {
        Require.text("email", value, LONGEST);
    }

    /**
     * An address for a new account. Whether mail arrives there only mail can tell.
     *
     * @throws derrick.domain.field.InvalidField if it has not the form of an address
     */
    public static EmailAddress chosen(String value) {
        Require.that(FORM.matcher(value).matches(), "email", "must have the form name@host");
        return new EmailAddress(value);
    }

    /** Whether two addresses are the same to the platform. */
    public boolean isSameAs(EmailAddress other) {
        return folded().equals(other.folded());
    }

    private String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
