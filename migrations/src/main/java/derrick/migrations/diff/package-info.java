/**
 * Generates revisions from the declared schema (Alembic's autogenerate). {@link Autogenerate} reads both schemas and
 * plans the steps between them, {@link RevisionFilePlanner} arranges the steps in files that pass lint, and {@link
 * ScratchTrial} runs the files in a scratch database, up and down, before they are written.
 */
package derrick.migrations.diff;
