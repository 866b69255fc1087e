/**
 * Change requests in PostgreSQL: the table {@code change_requests}, where a stage is spread over the columns that
 * belong to it. The table itself knows which columns go with which status, and that nobody approves a request of their
 * own.
 */
package derrick.persistence.change;
