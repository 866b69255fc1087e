/**
 * The journal of the services in PostgreSQL: the table {@code system_logs}, which takes rows and lets nobody change
 * them.
 */
package derrick.persistence.systemlog;
