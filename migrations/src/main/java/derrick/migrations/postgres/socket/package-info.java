/** Unix-socket connections for the JDBC driver. */
package derrick.migrations.postgres.socket;
