/**
 * Temporary databases in which scripts run, so that their result can be compared with the declared schema or with a
 * live database. {@link ScratchServer} creates and drops them; scripts under examination never run in a database that
 * is in use.
 */
package derrick.migrations.scratch;
