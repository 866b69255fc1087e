package derrick.migrations.run;

import derrick.migrations.postgres.DatabaseUnavailable;
import derrick.migrations.postgres.Pooler;
import derrick.migrations.postgres.SessionSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The session in which scripts run. Settings, role and search path are reset after each script, so that neither the
 * history row nor the next script depends on them.
 *
 * @param lock the key of the migration lock; empty in a scratch database
 */
record MigrationSession(Connection connection, Optional<Long> lock) {
    /**
     * Makes the server cancel a statement soon after this process has died, which releases its locks. Not every
     * operating system supports the setting.
     */
    private static final String CHECK_CONNECTION = """
            DO $$
            BEGIN
                SET client_connection_check_interval = '1s';
            EXCEPTION WHEN invalid_parameter_value THEN
                NULL;
            END $$
            """;

    /** Begins on the connection that holds the migration lock. */
    static MigrationSession begin(Connection connection) {
        beginUnlocked(connection);
        requireLock(connection);
        try {
            return new MigrationSession(connection, Optional.of(MigrationLock.key(connection)));
        } catch (SQLException failure) {
            throw FlywayErrorTranslator.databaseError(failure);
        }
    }

    /** Begins in a scratch database, which needs no lock. */
    static MigrationSession beginUnlocked(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CHECK_CONNECTION);
            return new MigrationSession(connection, Optional.empty());
        } catch (SQLException failure) {
            throw FlywayErrorTranslator.databaseError(failure);
        }
    }

    /**
     * Checks that the server process of a connection holds the migration lock.
     *
     * @throws DatabaseUnavailable if not: a pooler has switched the connection to another process
     */
    static void requireLock(Connection connection) {
        try {
            if (!MigrationLock.isHeld(MigrationLock.key(connection), connection)) {
                throw new DatabaseUnavailable(Pooler.REFUSAL, null);
            }
        } catch (SQLException failure) {
            throw FlywayErrorTranslator.databaseError(failure);
        }
    }

    /** Commits what the work does, or rolls it back if it fails. The migration lock survives a rollback. */
    static void inTransaction(Connection connection, Runnable work) throws SQLException {
        try {
            connection.setAutoCommit(false);
            work.run();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException failure) {
            rollBack(connection, failure);
            throw failure;
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    /** Resets the session. Takes the lock again if the script released all advisory locks, as DISCARD ALL does. */
    void restore() {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SessionSettings.RESET);
            if (lock.isPresent() && !MigrationLock.isHeld(lock.get(), connection)) {
                try (PreparedStatement take = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
                    take.setLong(1, lock.get());
                    take.execute();
                }
            }
        } catch (SQLException failure) {
            throw FlywayErrorTranslator.databaseError(failure);
        }
    }

    /** Restores after a script failed, perhaps with the connection; a second failure is added as suppressed. */
    void restoreAfter(RuntimeException failure) {
        try {
            restore();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
