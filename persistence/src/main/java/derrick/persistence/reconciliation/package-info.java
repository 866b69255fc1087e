/**
 * What validation and reconciliation did, in PostgreSQL: the table {@code dvr_process_history}, of which the database
 * itself lets nobody change more than status and notes.
 */
package derrick.persistence.reconciliation;
