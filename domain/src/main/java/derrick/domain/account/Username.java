package derrick.domain.account;

import derrick.domain.field.Require;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name that a user signs in with, 1 to 50 characters; its letter case is kept and does not count. */
public record Username(String value) {
    private static final int LONGEST = 50;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,50}");

    /** @throws derrick.domain.field.InvalidField if it is empty or too long */
    public Username {
        Require.text("username", value, LONGEST);
    }

    /**
     * A name for a new account, which is plainer than what older accounts may have.
     *
     * @throws derrick.domain.field.InvalidField if it holds anything that people mistake for something else
     */
    public static Username chosen(String value) {
        Require.that(PLAIN.matcher(value).matches(), "username", "must be 1 to 50 letters, digits, '.', '-' or '_'");
        return new Username(value);
    }

    /** Whether two names are the same to the platform. */
    public boolean isSameAs(Username other) {
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
