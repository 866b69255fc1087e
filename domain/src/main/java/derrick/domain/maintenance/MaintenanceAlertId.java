package derrick.domain.maintenance;

import derrick.domain.field.Require;

/** The ID of a maintenance alert: 1 or more, never reused. */
public record MaintenanceAlertId(long value) {
    /** @throws derrick.domain.field.InvalidField if the ID is less than 1 */
    public MaintenanceAlertId {
        Require.that(value >= 1, "id", "must be 1 or more");
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
