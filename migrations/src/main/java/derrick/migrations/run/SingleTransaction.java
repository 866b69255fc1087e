package derrick.migrations.run;

import java.sql.Connection;
import java.sql.SQLException;

/** All or nothing, on the connection that holds the lock: it belongs to the session, so that rolling back keeps it. */
final class SingleTransaction {
    private SingleTransaction() {}

    /** Commits what the work does or, if it fails, takes all of it back. */
    static void on(Connection connection, Runnable work) throws SQLException {
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
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }
}
