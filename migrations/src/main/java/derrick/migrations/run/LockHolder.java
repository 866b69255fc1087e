package derrick.migrations.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Who holds the lock that Flyway takes on a database, as the server knows it. */
record LockHolder(DataSource dataSource) {
    /** Flyway's key is a number of its own plus what Java makes of the table's quoted name. */
    private static final long FLYWAY = 77431708279161L;

    /** What the role may not know of another's session is NULL. */
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

    /** The number of the lock, in the schema that the connection is in. */
    static long key(Connection connection) throws SQLException {
        return FLYWAY
                + "\"%s\".\"flyway_schema_history\""
                        .formatted(connection.getSchema())
                        .hashCode();
    }

    /** Its process, user, application and the time it connected; empty if it let go meanwhile, or nobody can tell. */
    Optional<String> described() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, key(connection));
            try (ResultSet holder = statement.executeQuery()) {
                return holder.next() ? Optional.of(holder.getString(1)) : Optional.empty();
            }
        } catch (SQLException unknown) {
            return Optional.empty();
        }
    }
}
