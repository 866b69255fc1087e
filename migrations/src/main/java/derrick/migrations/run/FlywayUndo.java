package derrick.migrations.run;

import derrick.migrations.revision.Direction;
import derrick.migrations.revision.MissingDowngradeScript;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.AppliedMigration;

/**
 * Downgrades a database, which Flyway's open edition cannot do. Uses Flyway's lock and history. Each script and its
 * history row are one transaction on the connection that holds the lock.
 */
record FlywayUndo(Configuration settings, Revisions revisions, LockRetry retry) {
    /** Undoes all applied revisions above a number, newest first. */
    void undoAbove(int number) {
        FlywayHistory.locked(settings, revisions, history -> undoAbove(number, history));
    }

    /** Reads the applied revisions again: another session may have migrated before the lock was acquired. */
    private boolean undoAbove(int number, FlywayHistory history) {
        history.deleteFailed(Direction.DOWN);
        Map<Revision, AppliedMigration> applied = history.appliedAbove(number);
        MissingDowngradeScript.requireNone(applied.keySet(), revisions);
        applied.forEach((revision, row) -> {
            retry.listener().started(revision);
            undo(revision, row, history);
            retry.listener().committed(revision);
        });
        return !applied.isEmpty();
    }

    private void undo(Revision revision, AppliedMigration applied, FlywayHistory history) {
        Script script = revisions.downgradeScript(revision).orElseThrow();
        ScriptExecution execution = new ScriptExecution(history.connection(), retry);
        if (script.isTransactional()) {
            try {
                MigrationSession.inTransaction(history.connection(), () -> {
                    execution.run(revision, script);
                    history.addUndone(applied);
                });
            } catch (SQLException failure) {
                throw MigrationFailed.atCommit(script, failure);
            }
        } else {
            recordingFailure(applied, script, history, () -> execution.run(revision, script));
            history.addUndone(applied);
        }
    }

    /** Adds a failed row if a script fails outside a transaction, as Flyway does for upgrades. */
    private static void recordingFailure(
            AppliedMigration applied, Script script, FlywayHistory history, Runnable work) {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (MigrationFailed | LockTimeoutException failure) {
            try {
                history.addFailed(applied, script, (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            } catch (RuntimeException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }
}
