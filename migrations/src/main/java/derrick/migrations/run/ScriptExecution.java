package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Script;
import derrick.migrations.sql.ServerWideStatements;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TransactionControl;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** Runs scripts statement by statement, in a live or a scratch database. */
public final class ScriptExecution {
    private final Connection connection;
    private final Optional<LockRetry> retry;

    /** For a live database: a statement waits for locks only for a short time, and is retried. */
    ScriptExecution(Connection connection, LockRetry retry) {
        this.connection = connection;
        this.retry = Optional.of(retry);
    }

    /** For a scratch database. */
    public ScriptExecution(Connection connection) {
        this.connection = connection;
        this.retry = Optional.empty();
    }

    /**
     * Runs a script on the connection that holds the migration lock, and resets the session afterwards. The caller
     * begins and commits the transaction.
     *
     * @throws MigrationFailed if a statement fails
     * @throws LockTimeoutException if a statement outside a transaction does not get its lock in time
     */
    void run(Revision revision, Script script) {
        run(
                script,
                script.statements(),
                warning -> retry.ifPresent(live -> live.listener().warned(revision, warning)));
    }

    /**
     * Runs a script in a scratch database, in one transaction if the script allows it, and writes no history.
     *
     * @throws MigrationFailed if a statement fails
     */
    public void run(Script script) {
        List<Statement> statements = script.statements().stream()
                .filter(ScriptExecution::runsInScratch)
                .toList();
        Runnable work = () -> run(script, statements, warning -> {});
        if (!script.isTransactional()) {
            work.run();
            return;
        }
        try {
            MigrationSession.inTransaction(connection, work);
        } catch (SQLException failure) {
            throw MigrationFailed.atCommit(script, failure);
        }
    }

    /** True if a statement affects only its own database and is no BEGIN or COMMIT. */
    public static boolean runsInScratch(Statement statement) {
        return !TransactionControl.is(statement) && !ServerWideStatements.is(statement);
    }

    private void run(Script script, List<Statement> statements, Consumer<String> warnings) {
        MigrationSession session =
                retry.isPresent() ? MigrationSession.begin(connection) : MigrationSession.beginUnlocked(connection);
        Optional<LockTimeout> lockTimeout = retry.map(live -> LockTimeout.of(script, connection));
        if (script.isTransactional()) {
            statements.forEach(statement -> run(script, statement, warnings));
            session.restore();
            return;
        }
        try {
            statements.forEach(statement -> runOutsideTransaction(script, statement, lockTimeout, warnings));
        } catch (MigrationFailed | LockTimeoutException failure) {
            session.restoreAfter(failure);
            throw failure;
        }
        session.restore();
    }

    /** Runs a statement that is retried by itself, after cleaning up after an attempt that failed earlier. */
    private void runOutsideTransaction(
            Script script, Statement statement, Optional<LockTimeout> lockTimeout, Consumer<String> warnings) {
        boolean done;
        try {
            if (lockTimeout.isPresent()) {
                lockTimeout.get().setFor(statement);
            }
            done = new PartialDdlCleanup(connection).cleanUpBefore(statement);
        } catch (SQLException failure) {
            throw new MigrationFailed(script, statement, Duration.ZERO, failure);
        }
        if (done) {
            return;
        }
        if (retry.isEmpty()) {
            run(script, statement, warnings);
            return;
        }
        retry.get().run(() -> {
            run(script, statement, warnings);
            return true;
        });
    }

    /**
     * Runs one statement of a script, with its COPY data if it has any.
     *
     * @throws MigrationFailed if the statement fails
     */
    public void run(Script script, Statement statement) {
        run(script, statement, warning -> {});
    }

    private void run(Script script, Statement statement, Consumer<String> warnings) {
        long start = System.nanoTime();
        try (java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            Optional<String> rows = statement.rows().map(Token::text);
            if (rows.isPresent()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(statement.text(), new StringReader(rows.get()));
            } else {
                jdbc.execute(statement.text());
            }
            warningsOf(jdbc).forEach(warnings);
        } catch (SQLException failure) {
            if (FlywayErrorTranslator.isReadOnly(failure)) {
                throw FlywayErrorTranslator.databaseError(failure);
            }
            throw retry.isPresent()
                    ? new MigrationFailed(script, statement, Duration.ofNanos(System.nanoTime() - start), failure)
                    : MigrationFailed.inScratch(script, statement, failure);
        } catch (IOException impossible) {
            throw new IllegalStateException("cannot read a string", impossible);
        }
    }

    /** Returns the warnings, without notices, whose SQLSTATE is 00000. */
    private static List<String> warningsOf(java.sql.Statement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (warning.getSQLState().startsWith("01")) {
                found.add(warning.getMessage());
            }
        }
        return found;
    }

    /** Resets the session; must be called outside a transaction. */
    public void resetSession() {
        MigrationSession.beginUnlocked(connection).restore();
    }

    /**
     * Limits how long a statement waits for a lock, since all readers of the table queue behind it. A statement that
     * cannot run in a transaction queues nobody, but must wait for other transactions: it has no limit.
     *
     * @param setByScript true if the script sets lock_timeout itself
     */
    private record LockTimeout(Connection connection, Script script, boolean setByScript) {
        private static final String SHORT = "'500ms'";

        /** Sets a short limit, which the script may change. */
        private static LockTimeout of(Script script, Connection connection) {
            LockTimeout timeout = new LockTimeout(
                    connection,
                    script,
                    script.statements().stream()
                            .anyMatch(statement -> statement.reader().take("SET", "LOCK_TIMEOUT")));
            try {
                timeout.set(SHORT);
                return timeout;
            } catch (SQLException failure) {
                throw FlywayErrorTranslator.databaseError(failure);
            }
        }

        /** Sets the limit for a statement that runs outside a transaction. */
        private void setFor(Statement statement) throws SQLException {
            if (!setByScript) {
                set(script.isAtomic(statement) ? SHORT : "0");
            }
        }

        private void set(String value) throws SQLException {
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.execute("SET lock_timeout = " + value);
            }
        }
    }
}
