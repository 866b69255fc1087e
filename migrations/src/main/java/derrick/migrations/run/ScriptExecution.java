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

/** Runs scripts statement by statement, up as down, on a live database as on a scratch database. */
public final class ScriptExecution {
    private final Connection connection;
    private final Optional<LockRetry> patience;

    /** On a database that others use: what waits for a lock gives up soon, and is tried again. */
    ScriptExecution(Connection connection, LockRetry patience) {
        this.connection = connection;
        this.patience = Optional.of(patience);
    }

    /** On a database that nobody else uses. */
    public ScriptExecution(Connection connection) {
        this.connection = connection;
        this.patience = Optional.empty();
    }

    /**
     * Runs a script on the connection that holds the lock, and leaves the session as it was, whatever the script set. A
     * transaction around it is the caller's business.
     *
     * @throws MigrationFailed if the server refuses a statement
     * @throws LockTimeoutException if outside a transaction others do not let go of what a statement needs
     */
    void run(Revision revision, Script script) {
        run(
                script,
                script.statements(),
                warning -> patience.ifPresent(patient -> patient.listener().warned(revision, warning)));
    }

    /**
     * Runs a script in a scratch database: in a transaction of its own, if it can run in one, and without a history.
     *
     * @throws MigrationFailed if the server refuses a statement
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
            SingleTransaction.on(connection, work);
        } catch (SQLException refused) {
            throw MigrationFailed.atCommit(script, refused);
        }
    }

    /** Whether a statement changes nothing but the database in which it runs; a script says nothing of transactions. */
    public static boolean runsInScratch(Statement statement) {
        return !TransactionControl.is(statement) && !ServerWideStatements.is(statement);
    }

    private void run(Script script, List<Statement> statements, Consumer<String> warnings) {
        MigrationSession session =
                patience.isPresent() ? MigrationSession.begin(connection) : MigrationSession.beginUnlocked(connection);
        Optional<LockTimeout> lockTimeout = patience.map(patient -> LockTimeout.of(script, connection));
        if (script.isTransactional()) {
            statements.forEach(statement -> run(script, statement, warnings));
            session.restore();
            return;
        }
        try {
            statements.forEach(statement -> alone(script, statement, lockTimeout, warnings));
        } catch (MigrationFailed | LockTimeoutException failure) {
            session.tryToRestore(failure);
            throw failure;
        }
        session.restore();
    }

    /** What runs outside a transaction can be tried again by itself, and find what an attempt before left behind. */
    private void alone(
            Script script, Statement statement, Optional<LockTimeout> lockTimeout, Consumer<String> warnings) {
        boolean done;
        try {
            if (lockTimeout.isPresent()) {
                lockTimeout.get().fit(statement);
            }
            done = new PartialDdlCleanup(connection).makeWayFor(statement);
        } catch (SQLException refused) {
            throw new MigrationFailed(script, statement, Duration.ZERO, refused);
        }
        if (done) {
            return;
        }
        if (patience.isEmpty()) {
            run(script, statement, warnings);
            return;
        }
        patience.get().with(() -> {
            run(script, statement, warnings);
            return true;
        });
    }

    /**
     * Runs one statement of a script, with the rows that follow it.
     *
     * @throws MigrationFailed if the server refuses it
     */
    public void run(Script script, Statement statement) {
        run(script, statement, warning -> {});
    }

    private void run(Script script, Statement statement, Consumer<String> warnings) {
        long begun = System.nanoTime();
        try (java.sql.Statement running = connection.createStatement()) {
            running.setEscapeProcessing(false);
            Optional<String> rows = statement.rows().map(Token::text);
            if (rows.isPresent()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(statement.text(), new StringReader(rows.get()));
            } else {
                running.execute(statement.text());
            }
            warningsOf(running).forEach(warnings);
        } catch (SQLException refused) {
            if (FlywayErrorTranslator.isReadOnly(refused)) {
                throw FlywayErrorTranslator.refused(refused);
            }
            throw patience.isPresent()
                    ? new MigrationFailed(script, statement, Duration.ofNanos(System.nanoTime() - begun), refused)
                    : MigrationFailed.inScratch(script, statement, refused);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot be read", impossible);
        }
    }

    /** What PostgreSQL warns of; notices have the state 00000 and are left out. */
    private static List<String> warningsOf(java.sql.Statement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (warning.getSQLState().startsWith("01")) {
                found.add(warning.getMessage());
            }
        }
        return found;
    }

    /** Forgets what a script set; to be called outside a transaction. */
    public void resetSession() {
        MigrationSession.beginUnlocked(connection).restore();
    }
}
