package derrick.domain.simulation;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;

/**
 * Which rig is simulated and how it works.
 *
 * @param seed of the rock below it and of all that happens by chance
 * @param start where it begins, if nothing is known of it yet
 * @param standsPerTrip how many stands it drills before it pulls out of the open hole and runs in again, to wipe it
 *     clean
 * @param standsPulled how many stands that trip takes
 */
public record RigPlan(RigId rig, long seed, StringPosition start, int standsPerTrip, int standsPulled) {
    /**
     * Where the rig stands after it has reported this; where a sensor was silent, as on bottom and as the plan begins.
     */
    public StringPosition standsAfter(Readings last) {
        double hole = Math.max(0, last.get(Channel.DEPTH).orElse(start.hole()));
        double bit = last.get(Channel.BIT_DEPTH).orElse(hole);
        double block = last.get(Channel.BLOCK_POSITION).orElse(start.block());
        return new StringPosition(
                hole,
                Math.max(0, Math.min(hole, bit)),
                Math.max(StringPosition.LOW_BLOCK_M, Math.min(StringPosition.HIGH_BLOCK_M, block)));
    }
}
