/**
 * Stores the log entries of the services in the table {@code system_logs}. A trigger rejects updates and deletions of
 * its rows.
 */
package derrick.persistence.systemlog;
