/**
 * Stores change requests in the table {@code change_requests}. Each stage has columns of its own; constraints of the
 * table hold which columns a status fills, and that nobody approves their own request.
 */
package derrick.persistence.change;
