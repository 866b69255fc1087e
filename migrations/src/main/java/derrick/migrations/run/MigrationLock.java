package derrick.migrations.run;

import derrick.migrations.postgres.DatabaseUnavailable;
import derrick.migrations.postgres.Pooler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The lock under which a database is migrated, for other work that no migration may meet. */
public final class MigrationLock implements AutoCloseable {
    private final Connection connection;

    private MigrationLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock, on a connection of its own.
     *
     * @throws LockTimeoutException if somebody else has it; the message says who
     * @throws derrick.migrations.postgres.DatabaseUnavailable if a pooler keeps no session
     */
    public static MigrationLock take(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            Pooler.requireSession(connection, dataSource);
            statement.setLong(1, LockHolder.key(connection));
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                if (answer.getBoolean(1)) {
                    return new MigrationLock(connection);
                }
            }
        } catch (SQLException | DatabaseUnavailable failure) {
            connection.close();
            throw failure;
        }
        connection.close();
        throw new LockTimeoutException("%s migrates this database; try again later"
                .formatted(new LockHolder(dataSource).described().orElse("somebody else")));
    }

    /** The connection that holds it, for the work. */
    public Connection connection() {
        return connection;
    }

    /** Lets go of it, and of the connection. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
