package derrick.api;

import derrick.api.database.ConnectionPool;
import derrick.api.database.DurabilityCheck;
import derrick.api.demo.DemoFeeder;
import derrick.api.logs.LogSettings;
import derrick.migrations.postgres.Database;
import derrick.migrations.postgres.DatabaseChoice;
import derrick.migrations.postgres.ServerStateFile;
import derrick.migrations.revision.Revision;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the database, the HTTP server and the demo, and closes them in reverse order. */
final class ServerRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerRuntime.class);

    private final UpOptions options;
    private final Path dataDir;
    private final Closer closer = new Closer();
    private List<String> description = List.of();
    private URI address = URI.create("");

    private ServerRuntime(UpOptions options) {
        this.options = options;
        this.dataDir = options.databaseSettings().dataDirOrDefault();
    }

    /**
     * Starts all parts. The caller holds the {@link ServerLock}.
     *
     * @param choice the database to use
     * @param output accepts lines for a person to read
     * @throws StartupFailure if the server cannot start
     */
    static ServerRuntime start(UpOptions options, DatabaseChoice choice, Consumer<String> output) throws Exception {
        ServerRuntime runtime = new ServerRuntime(options);
        try {
            runtime.startAll(choice, output);
            return runtime;
        } catch (Exception failure) {
            runtime.close();
            throw failure;
        }
    }

    private void startAll(DatabaseChoice choice, Consumer<String> output) throws Exception {
        PortCheck.requireFree(options);
        Database database = Database.open(choice, output);
        closer.add(database);
        requireDurable(database);
        Revision revision = SchemaUpgrade.ensure(database, options.migrate(), output);
        ConnectionPool pool = ConnectionPool.of(database.apiDataSource());
        closer.add(pool);
        HttpService service = listen(pool, database);
        closer.add(service);
        database.supervise(line -> LOG.warn("{}", line));
        new ServerStateFile(
                        ProcessHandle.current().pid(),
                        service.http().toString(),
                        service.admin().toString(),
                        database.address().url(),
                        true)
                .write(dataDir);
        closer.add(() -> ServerStateFile.remove(dataDir));
        if (options.demo()) {
            DemoFeeder demo = new DemoFeeder(service.http(), options.demoSpeed(), Clock.systemUTC());
            closer.add(demo);
            demo.start();
        }
        String where = database.embedded() ? "embedded" : database.address().redacted();
        address = service.http();
        description = StartupBanner.lines(service, where, revision, options, dataDir);
    }

    private static void requireDurable(Database database) throws SQLException {
        List<String> unsafeSettings = DurabilityCheck.unsafeSettings(database.dataSource());
        if (!unsafeSettings.isEmpty()) {
            throw new StartupFailure(
                    StartupFailure.UNSAFE,
                    "cannot start: the database may lose committed data: %s off; turn %s on"
                            .formatted(
                                    String.join(" and ", unsafeSettings), unsafeSettings.size() == 1 ? "it" : "them"));
        }
    }

    private HttpService listen(ConnectionPool pool, Database database) throws Exception {
        try {
            return HttpService.start(new DerrickConfiguration(
                    options.port(),
                    options.adminPort(),
                    dataDir.resolve(LogSettings.FOLDER),
                    Runtime.getRuntime().maxMemory(),
                    pool.connections(),
                    database::outage));
        } catch (BindException failure) {
            throw new StartupFailure(
                    StartupFailure.USAGE,
                    "cannot listen: port %d or %d is in use; choose others with --port and --admin-port"
                            .formatted(options.port(), options.adminPort()));
        }
    }

    /** Returns the address of the API. */
    URI http() {
        return address;
    }

    /** Returns the lines of the {@link StartupBanner}. */
    List<String> describe() {
        return description;
    }

    @Override
    public void close() {
        closer.close();
    }
}
