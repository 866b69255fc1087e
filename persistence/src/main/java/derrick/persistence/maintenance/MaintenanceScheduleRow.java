package derrick.persistence.maintenance;

import derrick.domain.maintenance.MaintenanceSchedule;
import derrick.domain.maintenance.MaintenanceScheduleId;
import derrick.domain.maintenance.PlannedWork;
import derrick.domain.maintenance.Priority;
import derrick.domain.maintenance.ScheduleStatus;
import derrick.domain.quantity.Hours;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A row of {@code maintenance_schedules}. */
public record MaintenanceScheduleRow(
        long id,
        String rigId,
        String component,
        String maintenanceType,
        Instant scheduledDate,
        double estimatedDurationHours,
        String priority,
        String status,
        Optional<String> assignedTo,
        Optional<String> notes,
        Instant createdAt,
        Instant updatedAt) {

    static MaintenanceScheduleRow of(MaintenanceSchedule schedule) {
        return new MaintenanceScheduleRow(
                schedule.id().value(),
                schedule.rig().value(),
                schedule.work().component(),
                schedule.work().type(),
                schedule.due(),
                schedule.work().estimate().hours(),
                schedule.work().priority().toString(),
                schedule.status().toString(),
                schedule.assignedTo(),
                schedule.notes(),
                schedule.createdAt(),
                schedule.updatedAt());
    }

    MaintenanceSchedule schedule() {
        PlannedWork work = new PlannedWork(
                component,
                maintenanceType,
                Priority.valueOf(priority.toUpperCase(Locale.ROOT)),
                new Hours(estimatedDurationHours));
        return new MaintenanceSchedule(
                new MaintenanceScheduleId(id),
                new RigId(rigId),
                work,
                scheduledDate,
                assignedTo,
                notes,
                createdAt,
                updatedAt,
                ScheduleStatus.valueOf(status.toUpperCase(Locale.ROOT)));
    }
}
