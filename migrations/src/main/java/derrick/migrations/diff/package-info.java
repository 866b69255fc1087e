/**
 * Generates revisions from the declared schema (Alembic's autogenerate). {@link Autogenerate} reads both schemas,
 * {@link SchemaDiffer} plans the steps, {@link RevisionFilePlanner} arranges them in files that pass lint, and {@link
 * ScratchTrial} runs the files in a scratch database, up and down, before they are written.
 */
package derrick.migrations.diff;
