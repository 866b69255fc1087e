/**
 * Which PostgreSQL database a command works on, and the connections to it. The URL comes from an option, the
 * environment, a {@code .env} file or the state file of a running Derrick server; libpq's parameters, password files
 * and poolers are understood. Without any setting, the embedded server of the data folder is used. Passwords do not
 * leave this package.
 */
package derrick.migrations.postgres;
