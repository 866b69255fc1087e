package derrick.domain.maintenance;

import java.util.Locale;

/** How soon planned work should be done, beside other work. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
