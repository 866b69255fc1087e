/**
 * The scripts of a migration before it runs: as a list for {@code --plan}, or as one psql script for {@code --sql} that
 * leaves the same schema and the same history rows.
 */
package derrick.migrations.run.plan;
