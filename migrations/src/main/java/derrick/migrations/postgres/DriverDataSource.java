package derrick.migrations.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections with the driver itself, since DriverManager would search every jar for drivers.
 */
final class DriverDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;

    /** Switched off, since the driver throws what it logs. Referenced here, or the JDK would discard the logger. */
    private static final Logger DRIVERS_LOG = Logger.getLogger("org.postgresql");

    static {
        DRIVERS_LOG.setLevel(Level.OFF);
    }

    private final transient Queue<FutureTask<Connection>> prefetched = new ConcurrentLinkedQueue<>();

    /** Requests connections. Each is opened by the first caller that needs it, or by {@link #openRequested}. */
    void request(int connections) {
        for (int i = 0; i < connections; i++) {
            prefetched.add(new FutureTask<>(this::connect));
        }
    }

    /** Opens the requested connections in turn, until one fails. */
    void openRequested() throws SQLException {
        for (FutureTask<Connection> connection : List.copyOf(prefetched)) {
            opened(connection);
        }
    }

    /** Checks that the database can be reached. The connection is the first that {@link #getConnection} returns. */
    void requireReachable() throws SQLException {
        if (prefetched.isEmpty()) {
            request(1);
        }
        opened(prefetched.element());
    }

    @Override
    public Connection getConnection() throws SQLException {
        FutureTask<Connection> next = prefetched.poll();
        if (next == null) {
            return connect();
        }
        try {
            return opened(next);
        } catch (SQLException failure) {
            // The role may be allowed no more connections than were open when this one was opened early.
            return connect();
        }
    }

    /** Opens a connection, unless another thread does, and waits for it. */
    private static Connection opened(FutureTask<Connection> connection) throws SQLException {
        connection.run();
        try {
            return connection.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (CancellationException cancelled) {
            throw new SQLException("the connection was cancelled", cancelled);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while connecting", interrupted);
        }
    }

    private Connection connect() throws SQLException {
        Properties account = new Properties();
        account.setProperty("user", getUser());
        Optional.ofNullable(getPassword()).ifPresent(password -> account.setProperty("password", password));
        Connection connection = new Driver().connect(getUrl(), account);
        // Replaces, among others, the time zone of this machine, which the driver sets.
        try (Statement statement = connection.createStatement()) {
            statement.execute(SessionSettings.SQL);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Closes the connections that were not used. */
    void closeUnused() {
        Stream.generate(prefetched::poll)
                .takeWhile(Objects::nonNull)
                .filter(connection -> !connection.cancel(false))
                .forEach(DriverDataSource::close);
    }

    private static void close(FutureTask<Connection> connection) {
        try {
            opened(connection).close();
        } catch (SQLException ignored) {
            // The connection is unusable, which is as good as closed.
        }
    }
}
