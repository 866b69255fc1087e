/**
 * Writes revisions that bring the migration files in line with the declared schema (Alembic's autogenerate). {@link
 * Autogenerate} compares the two catalogs, {@link SchemaDiffer} plans the steps, {@link RevisionFilePlanner} arranges
 * them in files that pass lint, and {@link RoundTripCheck} runs the files in a scratch database, up and down, before
 * they are written.
 */
package derrick.migrations.diff;
