package derrick.domain.account;

import derrick.domain.field.Require;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address of 1 to 100 characters, stored with its letter case and compared without it. */
public record EmailAddress(String value) {
    private static final int MAX_LENGTH = 100;
    private static final Pattern FORM = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    /** @throws derrick.domain.field.InvalidField if it is empty or too long */
    public EmailAddress {
        Require.text("email", value, MAX_LENGTH);
    }

    /**
     * Returns an address for a new account, checked for its form only.
     *
     * @throws derrick.domain.field.InvalidField if it does not have the form name@host
     */
    public static EmailAddress forNewAccount(String value) {
        Require.that(FORM.matcher(value).matches(), "email", "must have the form name@host");
        return new EmailAddress(value);
    }

    /** Returns whether two addresses are equal when letter case is ignored. */
    public boolean isSameAs(EmailAddress other) {
        return lowerCase().equals(other.lowerCase());
    }

    private String lowerCase() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
