package derrick.domain.maintenance;

import java.util.Locale;

/** The names of the stages of a maintenance alert. */
public enum AlertStatus {
    ACTIVE,
    ACKNOWLEDGED,
    SHELVED,
    RESOLVED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
