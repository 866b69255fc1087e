package derrick.domain.maintenance;

/** A number that no maintenance alert has. */
public final class UnknownMaintenanceAlert extends RuntimeException {
    public UnknownMaintenanceAlert(MaintenanceAlertId id) {
        super("there is no maintenance alert %s".formatted(id));
    }
}
