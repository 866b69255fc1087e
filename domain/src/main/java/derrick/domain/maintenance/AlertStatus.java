package derrick.domain.maintenance;

import java.util.Locale;

/** The stages of a maintenance alert, by name. */
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
