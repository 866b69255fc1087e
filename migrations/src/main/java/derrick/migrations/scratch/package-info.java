/**
 * Runs scripts in scratch databases, to compare what they make with what is declared and with a live database. A
 * {@link derrick.migrations.scratch.ScratchServer} makes the databases and drops them again; no script runs in a
 * database that somebody uses.
 */
package derrick.migrations.scratch;
