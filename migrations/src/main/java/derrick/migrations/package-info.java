/**
 * Versions the schema of a PostgreSQL database. The packages follow the work of an operator: {@code postgres} finds the
 * database or starts the embedded server, {@code revision} reads the revision files and the recorded history, {@code
 * run} upgrades, downgrades and stamps, {@code diff} writes new revisions from the declared schema (autogenerate),
 * {@code lint} and {@code verify} examine them before they meet a live database, {@code adopt} takes over a database
 * that Alembic manages, and {@code backup} saves and restores rows. All of them build on {@code sql}, which splits
 * scripts into statements, {@code catalog}, which reads pg_catalog, and {@code scratch}, which runs scripts in
 * temporary databases.
 */
package derrick.migrations;
