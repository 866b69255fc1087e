/**
 * The PostgreSQL server that Derrick contains. It stores real data, so it runs with full durability, is reached only
 * through a Unix socket in a folder of its owner, requires a generated password, and is restarted after a crash.
 * Several processes can share it; the last one stops it.
 */
package derrick.migrations.postgres.embedded;
