package derrick.domain.maintenance;

import java.util.Locale;
import java.util.Set;

/** Where planned work stands. */
public enum ScheduleStatus {
    SCHEDULED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    /** Whether work that stands here may come to stand there next. */
    boolean mayBecome(ScheduleStatus next) {
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
