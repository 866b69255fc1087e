package derrick.domain.maintenance;

import derrick.domain.field.Require;

/** The ID of a maintenance schedule: 1 or more, never reused. */
public record MaintenanceScheduleId(long value) {
    /** @throws derrick.domain.field.InvalidField if the ID is less than 1 */
    public MaintenanceScheduleId {
        Require.that(value >= 1, "id", "must be 1 or more");
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
