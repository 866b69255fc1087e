/**
 * Data validation and reconciliation (DVR): the verdict on each raw record of a rig, with its reasons.
 *
 * <p>A raw record is never overwritten. A {@link derrick.domain.reconciliation.DvrRecord} holds the raw record, the
 * reconciled one and the verdict. Only its status and its notes change.
 *
 * <pre>
 * processed ──┐
 * invalid   ──┼──► acknowledged
 * error     ──┘
 * </pre>
 *
 * <p>{@link derrick.domain.reconciliation.DvrHistory} stores the records and changes their status.
 */
package derrick.domain.reconciliation;
