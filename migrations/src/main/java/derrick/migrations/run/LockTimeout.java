package derrick.migrations.run;

import derrick.migrations.revision.Script;
import derrick.migrations.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * How long a statement may stand in the queue for a lock. Whoever reads a table waits behind it, so that it must not be
 * long; {@link LockRetry} lets them pass, and tries again. What cannot run in a transaction blocks no other session,
 * but
 * has to wait for the transactions of others.
 */
record LockTimeout(Connection connection, Script script, boolean leftToScript) {
    private static final String SHORT = "'500ms'";

    /** Begins with a short one; a script that says otherwise has its way from there on. */
    static LockTimeout of(Script script, Connection connection) {
        LockTimeout timeout = new LockTimeout(
                connection,
                script,
                script.statements().stream()
                        .anyMatch(statement -> statement.reader().take("SET", "LOCK_TIMEOUT")));
        try {
            timeout.set(SHORT);
            return timeout;
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
        }
    }

    /** Is called before a statement that runs outside a transaction. */
    void fit(Statement statement) throws SQLException {
        if (!leftToScript) {
            set(script.isAtomic(statement) ? SHORT : "0");
        }
    }

    private void set(String value) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = " + value);
        }
    }
}
