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
 * Connections that the driver itself makes: the JDK's manager of drivers would first look through every jar for others.
 */
final class DriverDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;

    /** What the driver logs it throws as well; held here, since the JDK forgets a logger that nobody holds. */
    private static final Logger DRIVERS_LOG = Logger.getLogger("org.postgresql");

    static {
        DRIVERS_LOG.setLevel(Level.OFF);
    }

    private final transient Queue<FutureTask<Connection>> ahead = new ConcurrentLinkedQueue<>();

    /** So many connections will be wanted soon: whoever comes first to it makes them, one after the other. */
    void order(int connections) {
        for (int i = 0; i < connections; i++) {
            ahead.add(new FutureTask<>(this::connect));
        }
    }

    /** Makes the connections that were ordered, until one fails. */
    void makeOrdered() throws SQLException {
        for (FutureTask<Connection> connection : List.copyOf(ahead)) {
            made(connection);
        }
    }

    /** Sees whether the database answers; the connection that saw it is the first to be handed out. */
    void reach() throws SQLException {
        if (ahead.isEmpty()) {
            order(1);
        }
        made(ahead.element());
    }

    @Override
    public Connection getConnection() throws SQLException {
        FutureTask<Connection> next = ahead.poll();
        if (next == null) {
            return connect();
        }
        try {
            return made(next);
        } catch (SQLException refused) {
            // The role may be allowed no more connections than were open when this one was made ahead.
            return connect();
        }
    }

    /** Makes it, if nobody has begun to, and waits for it. */
    private static Connection made(FutureTask<Connection> connection) throws SQLException {
        connection.run();
        try {
            return connection.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (CancellationException unwanted) {
            throw new SQLException("the connection is not wanted any more", unwanted);
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
        // The driver begins each session in the time zone of this machine.
        try (Statement statement = connection.createStatement()) {
            statement.execute(SessionSettings.SQL);
            return connection;
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    /** Closes the connections that nobody asked for. */
    void letGo() {
        Stream.generate(ahead::poll)
                .takeWhile(Objects::nonNull)
                .filter(connection -> !connection.cancel(false))
                .forEach(DriverDataSource::close);
    }

    private static void close(FutureTask<Connection> connection) {
        try {
            made(connection).close();
        } catch (SQLException broken) {
            // Then it is closed, too.
        }
    }
}
