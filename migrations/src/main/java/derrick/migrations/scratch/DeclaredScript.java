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

/** A script that declares things, and those of its statements that have yet to run. */
final class DeclaredScript {
    /** A relation, column, type, function, schema or key that is not there (yet). */
    private static final Set<String> MISSING = Set.of("42P01", "42703", "42704", "42883", "3F000", "42830");

    private final Script script;
    private final Connection connection;
    private final ScriptExecution execution;
    private List<Statement> left;
    private Optional<MigrationFailed> failure = Optional.empty();

    DeclaredScript(Script script, Connection connection, ScriptExecution execution) {
        this.script = script;
        this.connection = connection;
        this.execution = execution;
        this.left = script.statements().stream()
                .filter(ScriptExecution::runsInScratch)
                .toList();
    }

    /** Why the first statement that is left could not run; empty if none is left. */
    Optional<MigrationFailed> failure() {
        return failure;
    }

    /**
     * Runs the statements that are left, apart from those that need what is not there; in a transaction of their own
     * unless the caller has begun one.
     *
     * @return whether any did anything
     * @throws MigrationFailed if the server refuses a statement for another reason
     */
    boolean advance() {
        failure = Optional.empty();
        List<Statement> waiting = new ArrayList<>();
        try {
            boolean ownTransaction = connection.getAutoCommit() && script.isTransactional();
            if (ownTransaction) {
                connection.setAutoCommit(false);
            }
            for (Statement statement : left) {
                Optional<MigrationFailed> missing = missing(statement);
                failure = failure.or(() -> missing);
                // Settings hold for the statements that wait, too.
                if (missing.isPresent() || isSetting(statement)) {
                    waiting.add(statement);
                }
            }
            if (ownTransaction) {
                connection.setAutoCommit(true);
            }
            execution.resetSession();
        } catch (SQLException lost) {
            throw new CatalogUnreadable(lost);
        }
        boolean advanced = waiting.size() < left.size();
        left = List.copyOf(waiting);
        return advanced;
    }

    /** Runs a statement; what is missing, if that is why it could not run. */
    private Optional<MigrationFailed> missing(Statement statement) throws SQLException {
        Optional<Savepoint> before =
                connection.getAutoCommit() ? Optional.empty() : Optional.of(connection.setSavepoint());
        try {
            execution.run(script, statement);
            return Optional.empty();
        } catch (MigrationFailed refused) {
            if (!MISSING.contains(refused.sqlState())) {
                throw refused;
            }
            if (before.isPresent()) {
                connection.rollback(before.get());
            }
            return Optional.of(refused);
        }
    }

    private static boolean isSetting(Statement statement) {
        return statement.reader().takeAny("SET", "RESET")
                || (statement.reader().take("SELECT")
                        && statement.tokens().stream().anyMatch(token -> token.is("SET_CONFIG")));
    }
}
