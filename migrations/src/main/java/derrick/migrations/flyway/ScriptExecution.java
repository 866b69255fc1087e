package derrick.migrations.flyway;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Script;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * The scripts as they run, up as down, statement by statement and on the connection that holds the lock. A transaction
 * around one is the caller's business.
 */
record ScriptExecution(Connection connection, Patience patience) {
    /**
     * Runs a script, and leaves the session as it was, whatever the script set.
     *
     * @throws MigrationFailed if the server refuses a statement
     * @throws LockNotGot if outside a transaction others do not let go of what a statement needs
     */
    void run(Revision revision, Script script) {
        MigrationSession session = MigrationSession.begin(connection);
        LockTimeout lockTimeout = LockTimeout.of(script, connection);
        if (script.isTransactional()) {
            for (Statement statement : script.statements()) {
                run(revision, script, statement);
            }
            session.restore();
            return;
        }
        try {
            script.statements().forEach(statement -> alone(revision, script, statement, lockTimeout));
        } catch (MigrationFailed | LockNotGot failure) {
            session.tryToRestore(failure);
            throw failure;
        }
        session.restore();
    }

    /** What runs outside a transaction can be tried again by itself, and find what an attempt before left behind. */
    private void alone(Revision revision, Script script, Statement statement, LockTimeout lockTimeout) {
        boolean done;
        try {
            lockTimeout.fit(statement);
            done = new Leftovers(connection).makeWayFor(statement);
        } catch (SQLException refused) {
            throw new MigrationFailed(script, statement, Duration.ZERO, refused);
        }
        if (!done) {
            patience.with(() -> {
                run(revision, script, statement);
                return revision;
            });
        }
    }

    private void run(Revision revision, Script script, Statement statement) {
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
            Warnings.of(running).forEach(warning -> patience.listener().warned(revision, warning));
        } catch (SQLException refused) {
            if (FlywayFailure.isReadOnly(refused)) {
                throw FlywayFailure.refused(refused);
            }
            throw new MigrationFailed(script, statement, Duration.ofNanos(System.nanoTime() - begun), refused);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot be read", impossible);
        }
    }
}
