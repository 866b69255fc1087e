package derrick.api;

import derrick.api.http.LoopbackConnector;
import derrick.api.logs.LogSettings;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.dropwizard.util.Duration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The configuration of the server. There is no configuration file: the options of {@code up} set what may vary. */
public final class DerrickConfiguration extends Configuration {
    private static final int THREADS = 64;
    private static final Duration SHUTDOWN_GRACE_PERIOD = Duration.seconds(10);

    private final long heap;
    private final DataSource database;
    private final Supplier<Optional<String>> outage;

    /**
     * @param port the port of the API, or 0 for any free port
     * @param adminPort the port of health and metrics, or 0 for any free port
     * @param logs the folder of the log
     * @param heap the size of the heap in bytes, which limits the number of concurrent requests
     * @param database the connection pool of a database at head
     * @param outage why the database is down, or empty if it is not known to be
     */
    public DerrickConfiguration(
            int port, int adminPort, Path logs, long heap, DataSource database, Supplier<Optional<String>> outage) {
        this.heap = heap;
        this.database = database;
        this.outage = outage;
        setLoggingFactory(LogSettings.in(logs));
        setServerFactory(server(port, adminPort));
    }

    /** Returns the size of the heap in bytes. */
    long heap() {
        return heap;
    }

    /** Returns the connection pool of the server. */
    public DataSource database() {
        return database;
    }

    /** Supplies the reason why the database is down, or empty if it is not known to be. */
    public Supplier<Optional<String>> outage() {
        return outage;
    }

    private static DefaultServerFactory server(int port, int adminPort) {
        DefaultServerFactory server = new DefaultServerFactory();
        server.setApplicationConnectors(List.of(LoopbackConnector.on(port)));
        server.setAdminConnectors(List.of(LoopbackConnector.on(adminPort)));
        server.setRegisterDefaultExceptionMappers(false);
        server.setMaxThreads(THREADS);
        server.setShutdownGracePeriod(SHUTDOWN_GRACE_PERIOD);
        LogbackAccessRequestLogFactory noRequestLog = new LogbackAccessRequestLogFactory();
        noRequestLog.setAppenders(List.of());
        server.setRequestLogFactory(noRequestLog);
        return server;
    }
}
