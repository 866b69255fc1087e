package derrick.domain.simulation;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;

/**
 * The parameters of a simulated rig.
 *
 * @param seed the seed of the formation and of all random events
 * @param start the initial position, if there are no readings yet
 * @param standsPerTrip the number of stands drilled between wiper trips
 * @param standsPulled the number of stands pulled on a wiper trip
 */
public record RigPlan(RigId rig, long seed, StringPosition start, int standsPerTrip, int standsPulled) {
    /** Returns the position after the last readings. Missing values mean on bottom, and the plan's block position. */
    public StringPosition positionAfter(Readings last) {
        double hole = Math.max(0, last.get(Channel.DEPTH).orElse(start.hole()));
        double bit = last.get(Channel.BIT_DEPTH).orElse(hole);
        double block = last.get(Channel.BLOCK_POSITION).orElse(start.block());
        return new StringPosition(
                hole,
                Math.max(0, Math.min(hole, bit)),
                Math.max(StringPosition.LOW_BLOCK_M, Math.min(StringPosition.HIGH_BLOCK_M, block)));
    }
}
