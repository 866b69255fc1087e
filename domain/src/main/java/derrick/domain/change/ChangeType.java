package derrick.domain.change;

import java.util.Locale;

/** The purpose of a change. */
public enum ChangeType {
    /** To drill faster or at lower cost. */
    OPTIMIZATION,
    /** To protect or repair equipment. */
    MAINTENANCE,
    /** To change how sensor data are validated. */
    VALIDATION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
