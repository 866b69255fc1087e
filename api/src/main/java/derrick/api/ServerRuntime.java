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

/** The parts that {@code up} runs, from the database to the demo. Closing it ends them in the opposite order. */
final class ServerRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerRuntime.class);

    private final UpOptions options;
    private final Path dataDir;
    private final Closer closing = new Closer();
    private List<String> description = List.of();
    private URI address = URI.create("");

    private ServerRuntime(UpOptions options) {
        this.options = options;
        this.dataDir = options.databaseSettings().dataDirOrDefault();
    }

    /**
     * Starts everything. Whoever calls has the lock of the data folder.
     *
     * @param choice the database to start on
     * @param say takes lines for a person to read meanwhile
     * @throws StartupFailure if it must not start
     */
    static ServerRuntime start(UpOptions options, DatabaseChoice choice, Consumer<String> say) throws Exception {
        ServerRuntime platform = new ServerRuntime(options);
        try {
            platform.startAll(choice, say);
            return platform;
        } catch (Exception failure) {
            platform.close();
            throw failure;
        }
    }

    private void startAll(DatabaseChoice choice, Consumer<String> say) throws Exception {
        PortCheck.requireFree(options);
        Database database = Database.open(choice, say);
        closing.add(database);
        requireDurable(database);
        Revision revision = SchemaUpgrade.ensure(database, options.migrate(), say);
        ConnectionPool pool = ConnectionPool.before(database.apiDataSource());
        closing.add(pool);
        HttpService service = listen(pool, database);
        closing.add(service);
        database.supervise(line -> LOG.warn("{}", line));
        new ServerStateFile(
                        ProcessHandle.current().pid(),
                        service.http().toString(),
                        service.admin().toString(),
                        database.address().url(),
                        true)
                .write(dataDir);
        closing.add(() -> ServerStateFile.remove(dataDir));
        if (options.demo()) {
            DemoFeeder demo = new DemoFeeder(service.http(), options.demoSpeed(), Clock.systemUTC());
            closing.add(demo);
            demo.start();
        }
        String where = database.embedded() ? "embedded" : database.address().redacted();
        address = service.http();
        description = StartupBanner.lines(service, where, revision, options, dataDir);
    }

    private static void requireDurable(Database database) throws SQLException {
        List<String> gaps = DurabilityCheck.gaps(database.dataSource());
        if (!gaps.isEmpty()) {
            throw new StartupFailure(
                    StartupFailure.UNSAFE,
                    "the database could lose what it says it has kept: %s off; turn it on"
                            .formatted(String.join(" and ", gaps)));
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
        } catch (BindException taken) {
            throw new StartupFailure(
                    StartupFailure.USAGE,
                    "port %d or %d is taken; name others with --port and --admin-port, or any with --port 0"
                            .formatted(options.port(), options.adminPort()));
        }
    }

    /** Where the API answers. */
    URI http() {
        return address;
    }

    /** What runs where, and what to try next. */
    List<String> describe() {
        return description;
    }

    @Override
    public void close() {
        closing.close();
    }
}
