/**
 * The PostgreSQL that Derrick brings along, for those who have none. It keeps people's data, so it is a real server:
 * durable, reached only through a socket in a folder of its owner, behind a generated password, and alive while any
 * Derrick process uses it.
 */
package derrick.migrations.embedded;
