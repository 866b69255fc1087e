package derrick.migrations.run;

import derrick.migrations.postgres.DatabaseUnavailable;
import derrick.migrations.postgres.Pooler;
import derrick.migrations.run.plan.SessionSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The session in which scripts run. Each finds it as the first did: what a script set, the role and the search path
 * among it, is set no longer for the row of history and for the script that follows.
 *
 * @param lock the number of the migration lock; none in a scratch database
 */
record MigrationSession(Connection connection, Optional<Long> lock) {
    /**
     * Lets the server notice when this process has died, so that it does not work on for nobody and hold on to locks.
     * Where the server's system cannot tell, it says so.
     */
    private static final String NOTICE_DEATH = """
            DO $$
            BEGIN
                SET client_connection_check_interval = '1s';
            EXCEPTION WHEN invalid_parameter_value THEN
                NULL;
            END $$
            """;

    private static final String HELD = """
            SELECT EXISTS (
                SELECT
                FROM pg_locks
                WHERE locktype = 'advisory'
                    AND pid = pg_backend_pid()
                    AND objsubid = 1
                    AND (classid::bigint << 32 | objid::bigint) = ?)
            """;

    private static final String HOLD = "SELECT pg_advisory_lock(?)";

    /** Begins on the connection that holds the migration lock. */
    static MigrationSession begin(Connection connection) {
        beginUnlocked(connection);
        requireLock(connection);
        try {
            return new MigrationSession(connection, Optional.of(LockHolder.key(connection)));
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
        }
    }

    /** Begins where nobody else migrates. */
    static MigrationSession beginUnlocked(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(NOTICE_DEATH);
            return new MigrationSession(connection, Optional.empty());
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
        }
    }

    /**
     * Makes sure that the backend of a connection still holds the migration lock.
     *
     * @throws DatabaseUnavailable if a pooler has given the connection another backend since the lock was taken
     */
    static void requireLock(Connection connection) {
        try {
            if (!holds(LockHolder.key(connection), connection)) {
                throw new DatabaseUnavailable(Pooler.REFUSAL, null);
            }
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
        }
    }

    /** What unlocks all advisory locks, as DISCARD ALL does, lets go of Flyway's too. */
    void restore() {
        try (Statement statement = connection.createStatement();
                PreparedStatement hold = connection.prepareStatement(HOLD)) {
            statement.execute(SessionSql.RESET);
            if (lock.isPresent() && !holds(lock.get(), connection)) {
                hold.setLong(1, lock.get());
                hold.execute();
            }
        } catch (SQLException refused) {
            throw FlywayErrorTranslator.refused(refused);
        }
    }

    private static boolean holds(long lock, Connection connection) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(HELD)) {
            question.setLong(1, lock);
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    /** For a script that failed already, perhaps since the connection broke. */
    void tryToRestore(RuntimeException failure) {
        try {
            restore();
        } catch (RuntimeException broken) {
            failure.addSuppressed(broken);
        }
    }
}
