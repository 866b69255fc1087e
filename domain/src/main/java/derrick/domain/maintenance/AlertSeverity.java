package derrick.domain.maintenance;

import java.util.Locale;

/** How much an alert matters. */
public enum AlertSeverity {
    /** Worth knowing. */
    INFO,
    /** Somebody should look at it in this shift. */
    WARNING,
    /** Somebody must look at it now. */
    CRITICAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
