/**
 * The way of a hole through the ground: surveyed at stations, or planned, and anywhere in between.
 *
 * <p>A {@link derrick.domain.well.trajectory.SurveyStation} says which way the hole goes at a depth;
 * {@link derrick.domain.well.trajectory.Trajectory} works out where that is, by minimum curvature.
 */
package derrick.domain.well.trajectory;
