package derrick.migrations.run;

import derrick.migrations.postgres.DatabaseUnavailable;
import derrick.migrations.postgres.JdbcQuery;
import derrick.migrations.postgres.Pooler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Flyway's advisory lock on a database, taken for other work that must not run during a migration. */
public final class MigrationLock implements AutoCloseable {
    /** Flyway's key is this number plus the hash code of the table's quoted name. */
    private static final long FLYWAY = 77431708279161L;
    /** Columns of pg_stat_activity that the role may not see are NULL. */
    private static final String HOLDER = """
            SELECT concat(
                'process ', pid, ' (user ' || usename, ', application ' || nullif(application_name, ''),
                ', connected since '
                    || to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), ')')
            FROM pg_locks JOIN pg_stat_activity USING (pid)
            WHERE locktype = 'advisory'
                AND granted
                AND objsubid = 1
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND (classid::bigint << 32 | objid::bigint) = ?
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

    private final Connection connection;

    private MigrationLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock on a new connection.
     *
     * @throws LockTimeoutException if another session holds it; the message names the session
     * @throws DatabaseUnavailable if a connection pooler does not keep the session
     */
    public static MigrationLock take(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            Pooler.requireSession(connection, dataSource);
            if (JdbcQuery.isTrue(connection, "SELECT pg_try_advisory_lock(?)", key(connection))) {
                return new MigrationLock(connection);
            }
        } catch (SQLException | DatabaseUnavailable failure) {
            connection.close();
            throw failure;
        }
        connection.close();
        throw new LockTimeoutException("%s migrates this database; try again later"
                .formatted(holder(dataSource).orElse("another session")));
    }

    /** Returns the key of the lock for the connection's current schema. */
    static long key(Connection connection) throws SQLException {
        return FLYWAY
                + "\"%s\".\"flyway_schema_history\""
                        .formatted(connection.getSchema())
                        .hashCode();
    }

    /** True if the connection's server process holds the lock with this key. */
    static boolean isHeld(long key, Connection connection) throws SQLException {
        return JdbcQuery.isTrue(connection, HELD, key);
    }

    /** Describes the session that holds the lock; empty if it is released or cannot be seen. */
    static Optional<String> holder(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return JdbcQuery.text(connection, HOLDER, key(connection));
        } catch (SQLException unknown) {
            return Optional.empty();
        }
    }

    /** Returns the connection that holds the lock. */
    public Connection connection() {
        return connection;
    }

    /** Releases the lock by closing its connection. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
