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

/** An open database. Closing it stops the embedded server, unless another process uses it. */
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
     * Opens connections to the database that the settings choose, for a later call of {@link #open}. Meant for a thread
     * of its own. Has no effect if another database is opened, or the embedded one.
     *
     * @param connections how many will be used, one after the other
     */
    public static void expect(DatabaseSettings settings, int connections) {
        ConnectionPrefetch.take(settings, connections);
    }

    /**
     * Opens a database: starts or joins the embedded server, or checks that the other server can be reached.
     *
     * @param say receives messages for the user, of which the first names the database
     * @throws DatabaseUnavailable if it cannot be reached
     */
    public static Database open(DatabaseChoice choice, Consumer<String> say) {
        say.accept(choice.described());
        if (choice instanceof DatabaseChoice.External external) {
            return connected(external.address());
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

    private static Database connected(DatabaseAddress address) {
        try {
            DriverDataSource dataSource = ConnectionPrefetch.to(address);
            dataSource.requireReachable();
            Database database = new Database(address, dataSource, Optional.empty(), Optional.empty());
            database.beforeClose(dataSource::closeUnused);
            return database;
        } catch (SQLException failure) {
            throw DatabaseUnavailable.opening(failure, address);
        }
    }

    /** Returns the address, with the password. */
    public DatabaseAddress address() {
        return address;
    }

    /** Returns a data source without a pool: it opens a new connection each time. */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * Returns the data source of the API. In the embedded PostgreSQL it logs in as {@link ApiRole}, elsewhere as the
     * user of the address. The schema must be at head.
     */
    public DataSource apiDataSource() throws SQLException {
        return embedded()
                ? scramOnly(address.as(ApiRole.NAME, ApiRole.prepare(dataSource).password()))
                : dataSource;
    }

    private static DataSource scramOnly(DatabaseAddress address) {
        return address.with("require_auth", EmbeddedPostgres.AUTHENTICATION).dataSource();
    }

    /** True if it is the embedded PostgreSQL. */
    public boolean embedded() {
        return server.isPresent();
    }

    /** Restarts the embedded PostgreSQL when it crashes, until this is closed. Has no effect on another database. */
    public void supervise(Consumer<String> say) {
        server.ifPresent(embedded -> embedded.supervise(say));
    }

    /** Returns why the supervised embedded PostgreSQL accepts no connections; empty if it accepts them. */
    public Optional<String> outage() {
        return server.flatMap(EmbeddedPostgres::outage);
    }

    /** Returns the data folder of the embedded PostgreSQL; empty for another database. */
    public Optional<Path> dataDir() {
        return dataDir;
    }

    /** Adds an action to run before the database is closed, also on Ctrl-C. It may run twice. */
    public void beforeClose(Runnable action) {
        beforeClose.add(action);
    }

    /** Closes the database. A second call has no effect. */
    @Override
    public void close() {
        try {
            beforeClose.forEach(Runnable::run);
        } finally {
            server.ifPresent(EmbeddedPostgres::close);
        }
    }
}
