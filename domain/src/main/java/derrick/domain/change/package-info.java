/**
 * Changes to a rig's settings: one person requests a change, another approves it, and then it is applied.
 *
 * <pre>
 * pending ──► approved ──► applied
 *    │            └──────► failed
 *    ├──► rejected    by a second person, with a reason
 *    ├──► cancelled   by the requester
 *    └──► expired     not reviewed in time
 * </pre>
 *
 * <p>A {@link derrick.domain.change.ChangeRequest} has the requested change and a {@link
 * derrick.domain.change.ChangeStage}. Users of any role cannot approve their own requests. If several users decide at
 * the same time, {@link derrick.domain.change.ChangeReview} stores one decision, and the others get an error with the
 * resulting status.
 */
package derrick.domain.change;
