package derrick.domain.well;

import java.util.Locale;

/** The names of the stages of a drilling session. */
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
