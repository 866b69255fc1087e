/**
 * Proves on a scratch database that every revision can be taken back: up, down and up again, with rows in the tables,
 * the schema and the rows being equal at each step. {@link derrick.migrations.verify.Verification} is the walk,
 * {@link derrick.migrations.verify.Snapshot} what is compared; the rows come from the catalogs alone, so that tables
 * that nobody thought of here are filled as well. What a revision cannot give back, its script says in a comment:
 * {@code -- verify:differs TABLE[.COLUMN] because …}.
 */
package derrick.migrations.verify;
