package derrick.domain.well;

import derrick.domain.well.trajectory.BuildAndHold;
import derrick.domain.well.trajectory.Trajectory;

/** The planned trajectory and target zone of a well. */
public record WellPlan(BuildAndHold hole, TargetZone target) {
    /** Returns the planned trajectory, towards north because a plan has no azimuth. */
    public Trajectory trajectory() {
        return hole.trajectory();
    }
}
