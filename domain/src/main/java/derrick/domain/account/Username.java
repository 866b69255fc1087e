package derrick.domain.account;

import derrick.domain.field.Require;
import java.util.Locale;
import java.util.regex.Pattern;

/** A login name of 1 to 50 characters, stored with its letter case and compared without it. */
public record Username(String value) {
    private static final int MAX_LENGTH = 50;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,50}");

    /** @throws derrick.domain.field.InvalidField if it is empty or too long */
    public Username {
        Require.text("username", value, MAX_LENGTH);
    }

    /**
     * Returns a name for a new account. Older accounts may have names with other characters.
     *
     * @throws derrick.domain.field.InvalidField if it holds other characters than ASCII letters, digits, dots, dashes
     *     and underscores
     */
    public static Username forNewAccount(String value) {
        Require.that(PLAIN.matcher(value).matches(), "username", "must be 1 to 50 letters, digits, '.', '-' or '_'");
        return new Username(value);
    }

    /** Returns whether two names are equal when letter case is ignored. */
    public boolean isSameAs(Username other) {
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
