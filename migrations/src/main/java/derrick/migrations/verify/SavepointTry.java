package derrick.migrations.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;

/** Tries something inside a transaction, which goes on as if nothing had been if the server refuses. */
record SavepointTry(Connection connection) {
    /** Work that the server may refuse. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /** The server's refusal; empty if it did as it was told. */
    Optional<SQLException> of(Work work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            work.run();
        } catch (SQLException refused) {
            connection.rollback(before);
            return Optional.of(refused);
        }
        connection.releaseSavepoint(before);
        return Optional.empty();
    }
}
