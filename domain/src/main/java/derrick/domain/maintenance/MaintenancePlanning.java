package derrick.domain.maintenance;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.rig.RigId;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Schedules maintenance work and records its progress. */
public final class MaintenancePlanning {
    private final MaintenanceSchedules schedules;
    private final Clock clock;

    public MaintenancePlanning(MaintenanceSchedules schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    /** Schedules work for a time, which may lie in the past for overdue work. */
    public MaintenanceSchedule schedule(
            RigId rig, PlannedWork work, Instant due, Optional<String> assignedTo, Optional<String> notes) {
        Instant now = Microseconds.now(clock);
        MaintenanceSchedule schedule = new MaintenanceSchedule(
                schedules.nextId(), rig, work, due, assignedTo, notes, now, now, ScheduleStatus.SCHEDULED);
        schedules.add(schedule);
        return schedule;
    }

    /**
     * Records that the work has started.
     *
     * @throws NotFound if there is no such schedule
     * @throws IllegalTransition if it is not scheduled, or was changed concurrently
     */
    public MaintenanceSchedule start(MaintenanceScheduleId id) {
        return move(id, ScheduleStatus.IN_PROGRESS);
    }

    /**
     * Records that the work is complete.
     *
     * @throws NotFound if there is no such schedule
     * @throws IllegalTransition if it is not in progress, or was changed concurrently
     */
    public MaintenanceSchedule complete(MaintenanceScheduleId id) {
        return move(id, ScheduleStatus.COMPLETED);
    }

    /**
     * Cancels the work.
     *
     * @throws NotFound if there is no such schedule
     * @throws IllegalTransition if it is completed or cancelled, or was changed concurrently
     */
    public MaintenanceSchedule cancel(MaintenanceScheduleId id) {
        return move(id, ScheduleStatus.CANCELLED);
    }

    private MaintenanceSchedule move(MaintenanceScheduleId id, ScheduleStatus next) {
        MaintenanceSchedule before = find(id);
        MaintenanceSchedule after = before.moveTo(next, Microseconds.now(clock));
        if (!schedules.replace(before, after)) {
            throw new IllegalTransition("maintenance schedule " + id, find(id).status(), next);
        }
        return after;
    }

    private MaintenanceSchedule find(MaintenanceScheduleId id) {
        return schedules.find(id).orElseThrow(() -> new NotFound("maintenance schedule", id));
    }
}
