/**
 * PostgreSQL scripts as text: where each statement begins and ends, and of which tokens it is made. It reads as the
 * server and psql do, but knows only as much grammar as it takes to cut a script into statements; what is no SQL at all
 * passes, and the server has the last word.
 */
package derrick.migrations.sql;
