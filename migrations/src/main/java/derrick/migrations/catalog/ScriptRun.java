package derrick.migrations.catalog;

import derrick.migrations.flyway.MigrationFailed;
import derrick.migrations.revision.Script;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TransactionBound;
import derrick.migrations.sql.Transactionality;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs scripts inside one transaction, whatever they say about transactions themselves. */
public record ScriptRun(Connection connection) {
    /** A relation, column, type, function or schema that is not there (yet). */
    private static final Set<String> NOT_THERE = Set.of("42P01", "42703", "42704", "42883", "3F000");

    private record Step(Script script, Statement statement, String sql) {
        private MigrationFailed failed(SQLException failure) {
            return new MigrationFailed(script, statement, sql, failure);
        }
    }

    /** A statement that has to wait for another, and why. */
    private record Waiting(Step step, SQLException reason) {}

    /**
     * Runs them one after the other.
     *
     * @throws MigrationFailed if the server refuses a statement
     */
    public void inOrder(List<Script> scripts) {
        for (Step step : steps(scripts)) {
            try {
                run(step);
            } catch (SQLException failure) {
                throw step.failed(failure);
            }
        }
    }

    /**
     * Runs statements that declare things, in whatever order the server accepts: one that needs what is not there waits
     * until the others have run. The server knows what needs what, also in the body of a function; a text does not say.
     */
    void inAnyOrder(List<Script> scripts) {
        List<Step> left = steps(scripts);
        while (!left.isEmpty()) {
            List<Waiting> waiting = new ArrayList<>();
            for (Step step : left) {
                tried(step).ifPresent(reason -> waiting.add(new Waiting(step, reason)));
            }
            if (waiting.size() == left.size()) {
                throw waiting.get(0).step().failed(waiting.get(0).reason());
            }
            left = waiting.stream().map(Waiting::step).toList();
        }
    }

    private Optional<SQLException> tried(Step step) {
        try {
            Savepoint before = connection.setSavepoint();
            try {
                run(step);
                connection.releaseSavepoint(before);
                return Optional.empty();
            } catch (SQLException failure) {
                if (!NOT_THERE.contains(String.valueOf(failure.getSQLState()))) {
                    throw failure;
                }
                connection.rollback(before);
                return Optional.of(failure);
            }
        } catch (SQLException failure) {
            throw step.failed(failure);
        }
    }

    private void run(Step step) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(step.sql());
        }
    }

    private static List<Step> steps(List<Script> scripts) {
        List<Step> steps = new ArrayList<>();
        for (Script script : scripts) {
            for (Statement statement : script.statements()) {
                inTransaction(statement).ifPresent(sql -> steps.add(new Step(script, statement, sql)));
            }
        }
        return steps;
    }

    /**
     * A statement as it may run inside a transaction, with the same effect on the schema: without CONCURRENTLY, or not
     * at all if it has no such word, as VACUUM. A DO that commits after each batch of rows it moves finds no rows in a
     * scratch schema, and commits nothing. What begins or ends a transaction is left out, and so are
     * rows that a script brings along.
     */
    private static Optional<String> inTransaction(Statement statement) {
        if (TransactionBound.is(statement) || statement.rows().isPresent()) {
            return Optional.empty();
        }
        if (Transactionality.of(statement) == Transactionality.TRANSACTIONAL
                || statement.phrase().starts("DO")) {
            return Optional.of(statement.text());
        }
        return statement.phrase().find("CONCURRENTLY").map(word -> without(word, statement));
    }

    private static String without(Token word, Statement statement) {
        int start = word.offset() - statement.offset();
        String text = statement.text();
        return text.substring(0, start) + text.substring(start + word.text().length());
    }
}
