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
 * <p>A {@link derrick.domain.change.ChangeRequest} says what is to change and how far it has come: its {@link
 * derrick.domain.change.ChangeStage} holds the facts of that stage and no others. Nobody approves a request of their
 * own,
 * whatever their role. Of many people who decide at once, {@link derrick.domain.change.ChangeReview} lets one through;
 * the others hear what became of it.
 */
package derrick.domain.change;
