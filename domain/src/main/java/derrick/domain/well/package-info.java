/**
 * Wells: where they are to go, and who drilled them when.
 *
 * <p>A {@link derrick.domain.well.WellProfile} says what is planned of a well; the way of its hole comes from the
 * package {@code trajectory}. {@link derrick.domain.well.WellPlanning} keeps two planners from undoing each other's
 * work.
 *
 * <p>A {@link derrick.domain.well.DrillingSession} is a stretch of time in which a rig works on a well. A rig has one
 * open session at most, and {@link derrick.domain.well.DrillingSessionLog} sees to it:
 *
 * <pre>
 * active ◄──► paused
 *    └────┬─────┘
 *         ├──► completed   with the depth that was reached
 *         └──► cancelled
 * </pre>
 */
package derrick.domain.well;
