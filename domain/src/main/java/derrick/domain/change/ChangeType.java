package derrick.domain.change;

import java.util.Locale;

/** What a change is for. */
public enum ChangeType {
    /** Drilling better. */
    OPTIMIZATION,
    /** Sparing or mending equipment. */
    MAINTENANCE,
    /** How data are checked. */
    VALIDATION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
