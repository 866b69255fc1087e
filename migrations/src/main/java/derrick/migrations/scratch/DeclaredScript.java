package derrick.migrations.scratch;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.revision.Script;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.run.ScriptExecution;
import derrick.migrations.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A script of the declared schema and its statements that have not run yet. */
final class DeclaredScript {
    /** SQLSTATEs of a missing relation, column, type, function, schema or key. */
    private static final Set<String> MISSING = Set.of("42P01", "42703", "42704", "42883", "3F000", "42830");

    private final Script script;
    private final Connection connection;
    private final ScriptExecution execution;
    private List<Statement> pending;
    private Optional<MigrationFailed> failure = Optional.empty();

    DeclaredScript(Script script, Connection connection, ScriptExecution execution) {
        this.script = script;
        this.connection = connection;
        this.execution = execution;
        this.pending = script.statements().stream()
                .filter(ScriptExecution::runsInScratch)
                .toList();
    }

    /** Returns the failure of the first pending statement; empty if none is pending. */
    Optional<MigrationFailed> failure() {
        return failure;
    }

    /**
     * Runs the pending statements, in a transaction of their own unless the caller has begun one. Statements that need
     * a missing object stay pending.
     *
     * @return true if at least one statement succeeded
     * @throws MigrationFailed if a statement fails for another reason
     */
    boolean advance() {
        failure = Optional.empty();
        List<Statement> waiting = new ArrayList<>();
        try {
            boolean ownTransaction = connection.getAutoCommit() && script.isTransactional();
            if (ownTransaction) {
                connection.setAutoCommit(false);
            }
            for (Statement statement : pending) {
                Optional<MigrationFailed> missing = runUnlessMissing(statement);
                failure = failure.or(() -> missing);
                // Settings apply to the pending statements too, so they run again with them.
                if (missing.isPresent() || isSetting(statement)) {
                    waiting.add(statement);
                }
            }
            if (ownTransaction) {
                connection.setAutoCommit(true);
            }
            execution.resetSession();
        } catch (SQLException failed) {
            throw new CatalogUnreadable(failed);
        }
        boolean advanced = waiting.size() < pending.size();
        pending = List.copyOf(waiting);
        return advanced;
    }

    /** Runs a statement. Returns its failure if an object is missing. */
    private Optional<MigrationFailed> runUnlessMissing(Statement statement) throws SQLException {
        Optional<Savepoint> savepoint =
                connection.getAutoCommit() ? Optional.empty() : Optional.of(connection.setSavepoint());
        try {
            execution.run(script, statement);
            return Optional.empty();
        } catch (MigrationFailed failed) {
            if (!MISSING.contains(failed.sqlState())) {
                throw failed;
            }
            if (savepoint.isPresent()) {
                connection.rollback(savepoint.get());
            }
            return Optional.of(failed);
        }
    }

    private static boolean isSetting(Statement statement) {
        return statement.reader().takeAny("SET", "RESET")
                || (statement.reader().take("SELECT")
                        && statement.tokens().stream().anyMatch(token -> token.is("SET_CONFIG")));
    }
}
