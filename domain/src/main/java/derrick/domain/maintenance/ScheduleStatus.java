package derrick.domain.maintenance;

import java.util.Locale;
import java.util.Set;

/** The status of scheduled work. */
public enum ScheduleStatus {
    SCHEDULED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    /** Returns whether work with this status can get another one. */
    boolean canBecome(ScheduleStatus next) {
        return switch (this) {
            case SCHEDULED -> Set.of(IN_PROGRESS, CANCELLED).contains(next);
            case IN_PROGRESS -> Set.of(COMPLETED, CANCELLED).contains(next);
            case COMPLETED, CANCELLED -> false;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
