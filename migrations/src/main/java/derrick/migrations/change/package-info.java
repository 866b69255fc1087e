/**
 * Writes the next revisions from the difference between what is declared and what the files make: SQL as a careful
 * person would write it, up and down. {@link derrick.migrations.change.SchemaDiffer} plans {@link
 * derrick.migrations.change.Step}s, each with its way back, in {@link derrick.migrations.change.Stage}s; a {@link
 * derrick.migrations.change.RevisionFilePlanner} makes files of them that lint has nothing against; a {@link
 * derrick.migrations.change.Proof} runs them on a scratch schema, up and down, before anything is written.
 */
package derrick.migrations.change;
