/**
 * Upgrades, downgrades and stamps a database. {@link SchemaMigration} is the entry: it checks the database, takes
 * Flyway's lock, retries while another session holds a table lock, and runs each script statement by statement.
 * Flyway's open edition upgrades; the downgrade is built from Flyway's parts, so that both share one lock and one
 * history table, and {@code flyway} run by hand accepts the result.
 */
package derrick.migrations.run;
