/**
 * Verifies in a scratch database that each revision can be downgraded. {@link Verification} upgrades, downgrades and
 * upgrades again with rows in all tables, and compares schema and rows at each step. The rows are generated from the
 * catalog, so that new tables are covered without further work. A script that cannot restore a value declares it:
 * {@code -- verify:differs TABLE[.COLUMN] because REASON}.
 */
package derrick.migrations.verify;
