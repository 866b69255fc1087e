/**
 * Finds statements that would block, rewrite or break a database in use, before they run. Only the scripts are read,
 * never a database. The rules are grouped by subject: {@link IndexRules}, {@link ConstraintRules}, {@link ColumnRules},
 * {@link RewriteRules}, {@link PartitionRules}, {@link BreakingRules}, {@link TransactionRules}, {@link TypeRules} and
 * {@link RevisionRules}. A comment {@code -- lint:allow RULE because REASON} above a statement, or at the top of a file
 * and followed by a blank line, suppresses a finding.
 */
package derrick.migrations.lint;
