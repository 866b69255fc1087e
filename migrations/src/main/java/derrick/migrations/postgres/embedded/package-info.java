/**
 * The PostgreSQL server that Derrick brings along. It stores real data, so it runs with full durability, is reached
 * only through a Unix socket in a folder of its owner, requires a generated password, and is supervised: when it dies
 * it is started again. Several processes can share it; the last one stops it.
 */
package derrick.migrations.postgres.embedded;
