package derrick.domain.well;

import derrick.domain.field.Require;
import derrick.domain.quantity.MeasuredDepth;

/** The interval of measured depth from which the well is to produce. */
public record TargetZone(MeasuredDepth start, MeasuredDepth end) {
    /** @throws derrick.domain.field.InvalidField if it ends above its start */
    public TargetZone {
        Require.that(!start.isDeeperThan(end), "target_zone_end", "must not be less than target_zone_start");
    }
}
