package derrick.domain.maintenance;

import java.util.Locale;

/** The severity of an alert. */
public enum AlertSeverity {
    /** For information; no action is needed. */
    INFO,
    /** To be checked within the shift. */
    WARNING,
    /** To be checked at once. */
    CRITICAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
