package derrick.migrations.flyway;

import derrick.migrations.revision.Direction;
import derrick.migrations.revision.NoWayBack;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;

/**
 * The way down, made of Flyway's inner parts: its lock, its reading of scripts and its history. A script and the row
 * that says so are one transaction, on the connection that holds the lock.
 */
final class FlywayUndo {
    private final Configuration settings;
    private final Revisions revisions;

    FlywayUndo(Configuration settings, Revisions revisions) {
        this.settings = settings;
        this.revisions = revisions;
    }

    /** Takes back all that is applied above a number, the last one first; the listener hears what. */
    void undoAbove(int number, MigrationListener listener) {
        UnderLock.run(settings, (history, database) -> undoAbove(number, history, database, listener));
    }

    /** Looks again at what is applied, since another may have been here before the lock was got. */
    private boolean undoAbove(int number, SchemaHistory history, Database<?> database, MigrationListener listener) {
        new BrokenOff(Direction.DOWN, revisions)
                .clear(history, database.getMainConnection().getJdbcConnection());
        Map<Revision, AppliedMigration> applied = new AppliedRevisions(history, revisions).above(number);
        requireWayBack(applied.keySet());
        applied.forEach((revision, migration) -> {
            listener.begins(revision);
            undo(revision, migration, history, database, listener);
            listener.ended(revision);
        });
        return !applied.isEmpty();
    }

    private void requireWayBack(Collection<Revision> path) {
        List<String> missing = path.stream()
                .filter(revision -> !revisions.hasDowngradeScript(revision))
                .map(revisions::downgradePath)
                .toList();
        if (!missing.isEmpty()) {
            throw new NoWayBack(missing);
        }
    }

    private void undo(
            Revision revision,
            AppliedMigration applied,
            SchemaHistory history,
            Database<?> database,
            MigrationListener listener) {
        Script script = revisions.downgradeScript(revision).orElseThrow();
        Connection connection = database.getMainConnection().getJdbcConnection();
        LockTimeout.set(connection, script);
        Runnable statements = () -> statements(script, database)
                .forEachRemaining(statement ->
                        run(statement, script, connection).forEach(warning -> listener.warned(revision, warning)));
        if (script.isTransactional()) {
            inTransaction(connection, script, () -> {
                statements.run();
                history.delete(applied);
            });
        } else {
            noting(applied, script, history, statements);
            history.delete(applied);
        }
    }

    /** What breaks off outside a transaction is noted, as Flyway notes it on the way up. */
    private static void noting(AppliedMigration applied, Script script, SchemaHistory history, Runnable statements) {
        long begun = System.nanoTime();
        try {
            statements.run();
        } catch (MigrationFailed failure) {
            history.addAppliedMigration(
                    applied.getVersion(),
                    applied.getDescription(),
                    CoreMigrationType.SQL,
                    script.file(),
                    script.checksum(),
                    (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                    false);
            throw failure;
        }
    }

    private SqlStatementIterator statements(Script script, Database<?> database) {
        ParsingContext parsing = new ParsingContext();
        parsing.populate(database, settings);
        return database.getDatabaseType()
                .createSqlScriptFactory(settings, parsing)
                .createSqlScript(new ScriptResource(script), settings.isMixed(), settings.getResourceProvider())
                .getSqlStatements();
    }

    private static List<String> run(SqlStatement sql, Script script, Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.getSql());
            return Warnings.of(statement);
        } catch (SQLException failure) {
            throw new MigrationFailed(script, sql.getLineNumber(), sql.getSql(), failure);
        }
    }

    private static void inTransaction(Connection connection, Script script, Runnable work) {
        try {
            OneTransaction.on(connection, work);
        } catch (SQLException failure) {
            throw new MigrationFailed(script, 1, "COMMIT", failure);
        }
    }
}
