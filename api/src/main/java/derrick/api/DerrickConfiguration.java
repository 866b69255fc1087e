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

/** The configuration of the server. It stands here and not in a file: what may vary is an option of {@code up}. */
public final class DerrickConfiguration extends Configuration {
    private static final int THREADS = 64;
    private static final Duration DRAINING = Duration.seconds(10);

    private final long heap;
    private final DataSource database;
    private final Supplier<Optional<String>> outage;

    /**
     * @param port the port of the API, or 0 for any that is free
     * @param adminPort the port of health and metrics, likewise
     * @param logs the folder for the log
     * @param heap the bytes of the heap, which bound the requests that are served at a time
     * @param database bounded connections to a database at head
     * @param outage why the database is known to be down; empty while it is not
     */
    public DerrickConfiguration(
            int port, int adminPort, Path logs, long heap, DataSource database, Supplier<Optional<String>> outage) {
        this.heap = heap;
        this.database = database;
        this.outage = outage;
        setLoggingFactory(LogSettings.in(logs));
        setServerFactory(server(port, adminPort));
    }

    /** The bytes of the heap, which bound the requests that are served at a time. */
    long heap() {
        return heap;
    }

    /** The connections that the server works with. */
    public DataSource database() {
        return database;
    }

    /** Tells why the database is known to be down; empty while it is not. */
    public Supplier<Optional<String>> outage() {
        return outage;
    }

    private static DefaultServerFactory server(int port, int adminPort) {
        DefaultServerFactory server = new DefaultServerFactory();
        server.setApplicationConnectors(List.of(LoopbackConnector.on(port)));
        server.setAdminConnectors(List.of(LoopbackConnector.on(adminPort)));
        server.setRegisterDefaultExceptionMappers(false);
        server.setMaxThreads(THREADS);
        server.setShutdownGracePeriod(DRAINING);
        LogbackAccessRequestLogFactory noRequestLog = new LogbackAccessRequestLogFactory();
        noRequestLog.setAppenders(List.of());
        server.setRequestLogFactory(noRequestLog);
        return server;
    }
}
