package derrick.domain.well;

import derrick.domain.well.trajectory.BuildAndHold;
import derrick.domain.well.trajectory.Trajectory;

/** What a well is to become: the way its hole takes, and where on it the target lies. */
public record WellPlan(BuildAndHold hole, TargetZone target) {
    /** The way of the hole through the ground, drawn due north since a plan names no direction. */
    public Trajectory trajectory() {
        return hole.trajectory();
    }
}
