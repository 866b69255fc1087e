package derrick.migrations.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Recognises a connection pooler that gives each transaction or statement another session of the server. What belongs
 * to a session, an advisory lock or a prepared statement, is lost behind one.
 */
public final class Pooler {
    /** Why a command stops behind a pooler, and what helps. */
    public static final String REFUSAL =
            "a pooler in transaction mode keeps no session; use the server's own port, or session mode";

    private static final int ROUNDS = 3;
    private static final int LONGEST_WAIT_SECONDS = 2;
    /** The driver's own names; scripts may have others. */
    private static final Pattern LOST_STATEMENT = Pattern.compile("\\bS_\\d+\\b");

    private Pooler() {}

    /**
     * Makes sure that a connection is one session of the server. Directly connected, it costs one query.
     *
     * @param connection outside a transaction
     * @param dataSource where it is from
     * @throws DatabaseUnavailable if a pooler shares the session with others
     */
    public static void requireSession(Connection connection, DataSource dataSource) throws SQLException {
        try {
            // A pooler makes up the number that it gives at login, since several clients share a backend.
            if (backend(connection) != connection.unwrap(PGConnection.class).getBackendPID()
                    && isShared(connection, dataSource)) {
                throw new DatabaseUnavailable(REFUSAL, null);
            }
        } catch (SQLException failure) {
            if (isCauseOf(failure)) {
                throw new DatabaseUnavailable(REFUSAL, failure);
            }
            throw failure;
        }
    }

    /** Whether the server or the pooler refuses something since the session was changed in between. */
    public static boolean isCauseOf(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (String.valueOf(failure.getSQLState())) {
            case "42P05", "26000" -> LOST_STATEMENT.matcher(message).find();
            default -> message.contains("statement pooling mode");
        };
    }

    /**
     * Whether a second connection gets the backend of the first, or the first one gets another. A pooler hands out the
     * backend that was used last, or in turn.
     */
    private static boolean isShared(Connection connection, DataSource dataSource) throws SQLException {
        try (Connection other = connectSoon(dataSource)) {
            other.setNetworkTimeout(Runnable::run, (int) TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS));
            other.setAutoCommit(false);
            int own = backend(connection);
            for (int round = 0; round < ROUNDS; round++) {
                // Asked twice in a row, at the end of a round and the start of the next, two in turn are told apart.
                if (backend(connection) != own || backend(other) == own) {
                    return true;
                }
                other.rollback();
                if (backend(connection) != own) {
                    return true;
                }
            }
            return false;
        } catch (SQLException failure) {
            if (isCauseOf(failure)) {
                throw failure;
            }
            // In session mode a full pool lets a second connection wait.
            return false;
        }
    }

    private static Connection connectSoon(DataSource dataSource) throws SQLException {
        int usual = dataSource.getLoginTimeout();
        dataSource.setLoginTimeout(LONGEST_WAIT_SECONDS);
        try {
            return dataSource.getConnection();
        } finally {
            dataSource.setLoginTimeout(usual);
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT pg_backend_pid()")) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
