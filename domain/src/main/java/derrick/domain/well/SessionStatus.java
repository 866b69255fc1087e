package derrick.domain.well;

import java.util.Locale;

/** The stages of a drilling session, by name. */
public enum SessionStatus {
    ACTIVE,
    PAUSED,
    COMPLETED,
    CANCELLED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
