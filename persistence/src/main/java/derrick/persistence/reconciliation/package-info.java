/**
 * Stores the history of validation and reconciliation in the table {@code dvr_process_history}. A trigger rejects
 * deletions, and updates of other columns than the status, the notes and the time of the update.
 */
package derrick.persistence.reconciliation;
