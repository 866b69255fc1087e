/**
 * Wells: their plans, and the sessions in which rigs drill them.
 *
 * <p>A {@link derrick.domain.well.WellProfile} has the plan of a well; the package {@code trajectory} computes its
 * trajectory. {@link derrick.domain.well.WellPlanning} detects concurrent revisions of a plan.
 *
 * <p>A {@link derrick.domain.well.DrillingSession} is a period in which a rig works on a well. {@link
 * derrick.domain.well.DrillingSessionLog} opens and closes sessions; a rig has at most one open session.
 *
 * <pre>
 * active ◄──► paused
 *    └────┬─────┘
 *         ├──► completed   with the end depth
 *         └──► cancelled
 * </pre>
 */
package derrick.domain.well;
