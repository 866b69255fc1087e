package derrick.domain.maintenance;

import java.util.Locale;

/** The priority of scheduled work. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
