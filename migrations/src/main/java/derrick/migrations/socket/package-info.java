/** Connections of the JDBC driver through the Unix socket of a PostgreSQL server on this machine. */
package derrick.migrations.socket;
