package derrick.migrations.run;

import derrick.migrations.revision.Direction;
import derrick.migrations.revision.MissingDowngradeScript;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;

/**
 * The way down, made of Flyway's inner parts: its lock and its history. A script and the row that says so are one
 * transaction, on the connection that holds the lock.
 */
record FlywayUndo(Configuration settings, Revisions revisions, LockRetry patience) {
    /** Takes back all that is applied above a number, the last one first; the listener hears what. */
    void undoAbove(int number) {
        WithMigrationLock.run(
                settings,
                (history, database) ->
                        undoAbove(number, history, database.getMainConnection().getJdbcConnection()));
    }

    /** Looks again at what is applied, since another may have been here before the lock was got. */
    private boolean undoAbove(int number, SchemaHistory history, Connection connection) {
        new FailedHistoryRows(history, connection).forget(Direction.DOWN);
        Map<Revision, AppliedMigration> applied = new AppliedRevisions(history, revisions).above(number);
        requireWayBack(applied.keySet());
        applied.forEach((revision, migration) -> {
            patience.listener().begins(revision);
            undo(revision, migration, history, connection);
            patience.listener().ended(revision);
        });
        return !applied.isEmpty();
    }

    private void requireWayBack(Collection<Revision> path) {
        List<String> missing = path.stream()
                .filter(revision -> !revisions.hasDowngradeScript(revision))
                .map(revisions::downgradePath)
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingDowngradeScript(missing);
        }
    }

    private void undo(Revision revision, AppliedMigration applied, SchemaHistory history, Connection connection) {
        Script script = revisions.downgradeScript(revision).orElseThrow();
        ScriptExecution execution = new ScriptExecution(connection, patience);
        if (script.isTransactional()) {
            inTransaction(connection, script, () -> {
                execution.run(revision, script);
                history.delete(applied);
            });
        } else {
            noting(applied, script, history, () -> execution.run(revision, script));
            history.delete(applied);
        }
    }

    /** What breaks off outside a transaction is noted, as Flyway notes it on the way up. */
    private static void noting(AppliedMigration applied, Script script, SchemaHistory history, Runnable work) {
        long begun = System.nanoTime();
        try {
            work.run();
        } catch (MigrationFailed | LockTimeoutException failure) {
            try {
                history.addAppliedMigration(
                        applied.getVersion(),
                        applied.getDescription(),
                        CoreMigrationType.SQL,
                        script.file(),
                        script.checksum(),
                        (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                        false);
            } catch (RuntimeException broken) {
                failure.addSuppressed(broken);
            }
            throw failure;
        }
    }

    private static void inTransaction(Connection connection, Script script, Runnable work) {
        try {
            SingleTransaction.on(connection, work);
        } catch (SQLException failure) {
            throw MigrationFailed.atCommit(script, failure);
        }
    }
}
