/**
 * Data validation and reconciliation, DVR: what became of each record that a rig sent, and why.
 *
 * <p>A raw record is never written over. What came in, what went on, the verdict and its reasons stand side by side in
 * a {@link derrick.domain.reconciliation.DvrRecord}, and stay as they are; only how far people have come with it
 * changes, and what they noted.
 *
 * <pre>
 * processed ──┐
 * invalid   ──┼──► acknowledged    by somebody who has seen to it
 * error     ──┘
 * </pre>
 *
 * <p>{@link derrick.domain.reconciliation.DvrHistory} writes the records and moves them on.
 */
package derrick.domain.reconciliation;
