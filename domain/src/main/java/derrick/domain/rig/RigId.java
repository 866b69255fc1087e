package derrick.domain.rig;

import java.util.regex.Pattern;

/** The name of a rig: 1 to 50 letters, digits, dots, dashes and underscores. */
public record RigId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,50}");

    /** @throws IllegalArgumentException if the name has another form; the message says what is valid */
    public RigId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 1 to 50 letters, digits, '.', '-' or '_'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
