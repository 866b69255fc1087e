package derrick.domain.simulation;

import derrick.domain.rig.RigId;

/**
 * Which rig is simulated and how it works.
 *
 * @param seed of the rock below it and of all that happens by chance
 * @param start where it begins, if nothing is known of it yet
 * @param standsPerTrip how many stands it drills before it pulls out of the open hole and runs in again, to wipe it
 *     clean
 * @param standsPulled how many stands that trip takes
 */
public record RigPlan(RigId rig, long seed, Position start, int standsPerTrip, int standsPulled) {}
