package derrick.domain.maintenance;

import derrick.domain.field.Require;
import derrick.domain.quantity.Hours;

/** A maintenance task for a component: its type, priority and estimated duration. */
public record PlannedWork(String component, String type, Priority priority, Hours estimate) {
    private static final int MAX_COMPONENT_LENGTH = 100;
    private static final int MAX_TYPE_LENGTH = 50;

    /** @throws derrick.domain.field.InvalidField if a text is empty or too long, or the estimate is zero */
    public PlannedWork {
        Require.text("component", component, MAX_COMPONENT_LENGTH);
        Require.text("maintenance_type", type, MAX_TYPE_LENGTH);
        Require.that(estimate.hours() > 0, "estimated_duration_hours", "must be more than 0");
    }
}
