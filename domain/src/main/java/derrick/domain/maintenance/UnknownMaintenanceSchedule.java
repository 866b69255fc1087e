package derrick.domain.maintenance;

/** A number that no maintenance schedule has. */
public final class UnknownMaintenanceSchedule extends RuntimeException {
    public UnknownMaintenanceSchedule(MaintenanceScheduleId id) {
        super("there is no maintenance schedule %s".formatted(id));
    }
}
