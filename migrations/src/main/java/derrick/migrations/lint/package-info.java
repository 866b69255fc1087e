/**
 * Says before a migration runs what it would do to those who use the database: which lock it takes, what it rewrites,
 * what it breaks. Only the text of the scripts is read, never a database. What a string or a DO block holds is not
 * looked into.
 *
 * <p>The rules stand in tables: {@link IndexRules}, {@link ConstraintRules}, {@link ColumnRules}, {@link RewriteRules},
 * {@link PartitionRules}, {@link BreakingRules}, {@link TransactionRules}, {@link TypeRules}, {@link RevisionRules}. A
 * finding goes away when its cause does, or with a comment before the statement that says why it may stay: {@code --
 * lint:allow RULE because …}. At the top of a file, with a blank line after it, such a comment is about the whole file.
 */
package derrick.migrations.lint;
