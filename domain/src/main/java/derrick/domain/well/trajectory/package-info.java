/**
 * The trajectories of holes, surveyed or planned.
 *
 * <p>A {@link derrick.domain.well.trajectory.SurveyStation} is the direction of the hole at a depth. {@link
 * derrick.domain.well.trajectory.Trajectory} computes positions from stations by the minimum curvature method.
 */
package derrick.domain.well.trajectory;
