package derrick.migrations.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
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

    private final transient AtomicReference<Optional<Connection>> waiting = new AtomicReference<>(Optional.empty());

    /** Sees whether the database answers; the connection that saw it is the first to be handed out. */
    void reach() throws SQLException {
        waiting.set(Optional.of(connect()));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Optional<Connection> first = waiting.getAndSet(Optional.empty());
        return first.isPresent() ? first.get() : connect();
    }

    private Connection connect() throws SQLException {
        Properties account = new Properties();
        account.setProperty("user", getUser());
        Optional.ofNullable(getPassword()).ifPresent(password -> account.setProperty("password", password));
        return new Driver().connect(getUrl(), account);
    }

    /** Closes the connection that nobody asked for. */
    void letGo() {
        waiting.getAndSet(Optional.empty()).ifPresent(DriverDataSource::close);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            // Then it is closed, too.
        }
    }
}
