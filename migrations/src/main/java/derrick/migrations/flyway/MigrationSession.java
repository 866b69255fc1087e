package derrick.migrations.flyway;

import derrick.migrations.plan.SessionSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The session in which scripts run. Each finds it as the first did: what a script set, the role and the search path
 * among it, is set no longer for the row of history and for the script that follows.
 */
record MigrationSession(Connection connection, long lock) {
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

    /** What unlocks all advisory locks, as DISCARD ALL does, lets go of Flyway's too. */
    private static final String HOLD_LOCK = """
            SELECT pg_advisory_lock(number)
            FROM (VALUES (?)) AS flyway (number)
            WHERE NOT EXISTS (
                SELECT
                FROM pg_locks
                WHERE locktype = 'advisory'
                    AND pid = pg_backend_pid()
                    AND objsubid = 1
                    AND (classid::bigint << 32 | objid::bigint) = number)
            """;

    static MigrationSession begin(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(NOTICE_DEATH);
            return new MigrationSession(connection, LockHolder.key(connection));
        } catch (SQLException refused) {
            throw FlywayFailure.refused(refused);
        }
    }

    void restore() {
        try (Statement statement = connection.createStatement();
                PreparedStatement hold = connection.prepareStatement(HOLD_LOCK)) {
            statement.execute(SessionSql.RESET);
            hold.setLong(1, lock);
            hold.execute();
        } catch (SQLException refused) {
            throw FlywayFailure.refused(refused);
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
