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
 * Detects a connection pooler in transaction or statement mode. Behind one, advisory locks and prepared statements are
 * lost, since each transaction may run in another session.
 */
public final class Pooler {
    /** The message of a command that cannot run behind a pooler. */
    public static final String REFUSAL =
            "a pooler in transaction mode keeps no session; use the server's own port, or session mode";

    private static final int ROUNDS = 3;
    private static final int LONGEST_WAIT_SECONDS = 2;
    /** The names of the driver's prepared statements. */
    private static final Pattern LOST_STATEMENT = Pattern.compile("\\bS_\\d+\\b");

    private Pooler() {}

    /**
     * Checks that a connection keeps its session. Without a pooler, this takes one query.
     *
     * @param connection outside a transaction
     * @param dataSource the source of the connection
     * @throws DatabaseUnavailable if a pooler shares the session
     */
    public static void requireSession(Connection connection, DataSource dataSource) throws SQLException {
        try {
            // A pooler sends an invented process number at login, since several clients share a process.
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

    /** True if the error is due to a switch of the session, or to statement mode. */
    public static boolean isCauseOf(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (String.valueOf(failure.getSQLState())) {
            case "42P05", "26000" -> LOST_STATEMENT.matcher(message).find();
            default -> message.contains("statement pooling mode");
        };
    }

    /**
     * True if two connections share a server process, or one switches processes. A pooler assigns the process used
     * last, or each in turn.
     */
    private static boolean isShared(Connection connection, DataSource dataSource) throws SQLException {
        try (Connection other = connectQuickly(dataSource)) {
            other.setNetworkTimeout(Runnable::run, (int) TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS));
            other.setAutoCommit(false);
            int own = backend(connection);
            for (int round = 0; round < ROUNDS; round++) {
                // Two queries in a row, at the end of a round and the start of the next, detect assignment in turn.
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
            // In session mode, a full pool makes the second connection wait.
            return false;
        }
    }

    private static Connection connectQuickly(DataSource dataSource) throws SQLException {
        int configured = dataSource.getLoginTimeout();
        dataSource.setLoginTimeout(LONGEST_WAIT_SECONDS);
        try {
            return dataSource.getConnection();
        } finally {
            dataSource.setLoginTimeout(configured);
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
