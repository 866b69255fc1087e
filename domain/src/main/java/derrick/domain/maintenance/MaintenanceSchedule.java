package derrick.domain.maintenance;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Maintenance work on a rig that is scheduled for a time, and its status.
 *
 * @param due the time when the work should start
 * @param assignedTo the person or crew that does it, if assigned
 * @param updatedAt the time of the last change of the status
 */
public record MaintenanceSchedule(
        MaintenanceScheduleId id,
        RigId rig,
        PlannedWork work,
        Instant due,
        Optional<String> assignedTo,
        Optional<String> notes,
        Instant createdAt,
        Instant updatedAt,
        ScheduleStatus status) {
    private static final int MAX_NAME_LENGTH = 100;

    /** @throws derrick.domain.field.InvalidField if a text is empty or too long, or a time finer than a microsecond */
    public MaintenanceSchedule {
        Require.time("scheduled_date", due);
        Require.text("assigned_to", assignedTo, MAX_NAME_LENGTH);
        Require.text("notes", notes, Require.MAX_TEXT_LENGTH);
        Require.time("created_at", createdAt);
        Require.time("updated_at", updatedAt);
    }

    /**
     * Returns the work with another status. Its {@code updatedAt} increases even if the clock goes back.
     *
     * @throws IllegalTransition if the current status does not permit it
     */
    public MaintenanceSchedule moveTo(ScheduleStatus next, Instant at) {
        if (!status.canBecome(next)) {
            throw new IllegalTransition("maintenance schedule " + id, status, next);
        }
        Instant later = updatedAt.plus(1, ChronoUnit.MICROS);
        Instant updated = at.isBefore(later) ? later : at;
        return new MaintenanceSchedule(id, rig, work, due, assignedTo, notes, createdAt, updated, next);
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(due, id.value());
    }
}
