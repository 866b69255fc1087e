package derrick.migrations.postgres;

import derrick.migrations.postgres.embedded.EmbeddedPostgres;
import derrick.migrations.postgres.embedded.EmbeddedUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A database that is open for use. Closing it lets go of the embedded server, which stops when nobody else uses it. */
public final class Database implements AutoCloseable {
    private final DatabaseAddress address;
    private final DataSource dataSource;
    private final Optional<EmbeddedPostgres> server;
    private final Optional<Path> dataDir;
    private final List<Runnable> beforeClose = new CopyOnWriteArrayList<>();

    private Database(
            DatabaseAddress address, DataSource dataSource, Optional<EmbeddedPostgres> server, Optional<Path> dataDir) {
        this.address = address;
        this.dataSource = dataSource;
        this.server = server;
        this.dataDir = dataDir;
    }

    /**
     * Reaches the database that these settings choose, before it is opened: to be called in a thread of its own by who
     * will {@link #open} it soon and has something else to do until then. Nothing comes of it if another is opened, or
     * an embedded one.
     *
     * @param connections how many will be used, one after the other
     */
    public static void expect(DatabaseSettings settings, int connections) {
        ConnectionPrefetch.take(settings, connections);
    }

    /**
     * Opens what was chosen: starts or joins the embedded server, or sees whether the other one answers.
     *
     * @param say takes lines for a person to read, the first of which names the database
     * @throws DatabaseUnavailable if there is no way to it
     */
    public static Database open(DatabaseChoice choice, Consumer<String> say) {
        say.accept(choice.described());
        if (choice instanceof DatabaseChoice.External external) {
            return reached(external.address());
        }
        DatabaseChoice.Embedded embedded = (DatabaseChoice.Embedded) choice;
        try {
            EmbeddedPostgres server = EmbeddedPostgres.open(embedded.dataDir(), say);
            DatabaseAddress address = new DatabaseAddress(
                    server.host(),
                    server.port(),
                    server.database(),
                    server.user(),
                    Optional.of(server.password()),
                    Map.of());
            return new Database(
                    address,
                    address.with("require_auth", EmbeddedPostgres.AUTHENTICATION)
                            .dataSource(),
                    Optional.of(server),
                    Optional.of(embedded.dataDir()));
        } catch (EmbeddedUnavailable failure) {
            throw new DatabaseUnavailable(String.valueOf(failure.getMessage()), failure);
        }
    }

    private static Database reached(DatabaseAddress address) {
        try {
            DriverDataSource dataSource = ConnectionPrefetch.to(address);
            dataSource.reach();
            Database database = new Database(address, dataSource, Optional.empty(), Optional.empty());
            database.beforeClose(dataSource::letGo);
            return database;
        } catch (SQLException failure) {
            throw DatabaseUnavailable.opening(failure, address);
        }
    }

    /** Where it is, the password included. */
    public DatabaseAddress address() {
        return address;
    }

    /** Connections to it, each of its own: for more than a few statements, put a pool before it. */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * Connections for the API: to the embedded PostgreSQL as a role that only reads and writes rows, to another as the
     * role that its address names. The schema must be at head.
     */
    public DataSource apiDataSource() throws SQLException {
        return embedded()
                ? scramOnly(address.as(ApiRole.NAME, ApiRole.prepare(dataSource).password()))
                : dataSource;
    }

    private static DataSource scramOnly(DatabaseAddress address) {
        return address.with("require_auth", EmbeddedPostgres.AUTHENTICATION).dataSource();
    }

    /** Whether it is the embedded PostgreSQL. */
    public boolean embedded() {
        return server.isPresent();
    }

    /** Restarts the embedded PostgreSQL when it dies, until this is closed; of another database this does nothing. */
    public void supervise(Consumer<String> say) {
        server.ifPresent(embedded -> embedded.supervise(say));
    }

    /** Why the embedded PostgreSQL takes no connections now, if it is supervised; empty while it does. */
    public Optional<String> outage() {
        return server.flatMap(EmbeddedPostgres::outage);
    }

    /** The folder of the embedded PostgreSQL, for what else belongs to the database; empty if it is another. */
    public Optional<Path> dataDir() {
        return dataDir;
    }

    /** What is to be done before it is let go of, also when Ctrl-C ends the process; it may be done twice. */
    public void beforeClose(Runnable last) {
        beforeClose.add(last);
    }

    /** Lets go of it; a second time does nothing. */
    @Override
    public void close() {
        try {
            beforeClose.forEach(Runnable::run);
        } finally {
            server.ifPresent(EmbeddedPostgres::close);
        }
    }
}
