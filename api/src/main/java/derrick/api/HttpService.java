package derrick.api;

import derrick.api.database.ConnectionPool;
import derrick.api.http.AdminRoutes;
import derrick.api.http.ContainerProblems;
import derrick.api.http.HostOriginFilter;
import derrick.api.http.LoopbackConnector;
import derrick.api.http.RequestBodyHandler;
import derrick.api.json.JsonFormat;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;

/** The running HTTP server. Closing it rejects new requests, completes those in progress, and stops the server. */
final class HttpService implements AutoCloseable {
    private static final String ADMIN = "admin";
    private static final int CONNECTIONS_FOR_READING = 4;
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final Server server;

    private HttpService(Server server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @throws BindException if one of the ports is in use; the message is the address
     */
    static HttpService start(DerrickConfiguration configuration) throws Exception {
        Bootstrap<DerrickConfiguration> bootstrap = new Bootstrap<>(new DerrickServer());
        bootstrap.setObjectMapper(JsonFormat.mapper());
        configuration
                .getLoggingFactory()
                .configure(
                        bootstrap.getMetricRegistry(),
                        bootstrap.getApplication().getName());
        Environment environment = new Environment(
                bootstrap.getApplication().getName(),
                bootstrap.getObjectMapper(),
                bootstrap.getValidatorFactory(),
                bootstrap.getMetricRegistry(),
                bootstrap.getClassLoader(),
                bootstrap.getHealthCheckRegistry(),
                configuration);
        configuration.getServerFactory().configure(environment);
        bootstrap.getApplication().run(configuration, environment);
        Server server = configuration.getServerFactory().build(environment);
        ContainerProblems problems = new ContainerProblems(environment.getObjectMapper());
        server.setErrorHandler(problems);
        environment.getApplicationContext().setErrorHandler(problems);
        environment.getAdminContext().setErrorHandler(problems);
        server.insertHandler(new AdminRoutes(ADMIN));
        server.insertHandler(new HostOriginFilter());
        server.getDescendant(GracefulHandler.class).insertHandler(uploads(configuration.heap()));
        // ServerRuntime closes the server before the database; Jetty's own shutdown hook would run beside that.
        server.setStopAtShutdown(false);
        HttpService service = new HttpService(server);
        try {
            server.start();
            return service;
        } catch (Exception failure) {
            service.close();
            throw Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                    .filter(BindException.class::isInstance)
                    .findFirst()
                    .<Exception>map(BindException.class::cast)
                    .orElse(failure);
        }
    }

    /**
     * Relimit the handler that receives request bodies and limits the number of uploads that are processed at a time.
     * The limit is below the size of the connection pool, so that reading requests get a connection. Further uploads
     * wait without a thread.
     */
    private static RequestBodyHandler uploads(long heap) {
        RequestBodyHandler bodies = RequestBodyHandler.forHeap(heap);
        QoSHandler limit = new QoSHandler();
        limit.includeMethod("POST");
        limit.setMaxRequestCount(Math.min(bodies.concurrentRequests(), ConnectionPool.SIZE - CONNECTIONS_FOR_READING));
        limit.setMaxSuspend(WAIT_MAX);
        limit.setRejectStatusCode(HttpStatus.SERVICE_UNAVAILABLE_503);
        bodies.setHandler(limit);
        return bodies;
    }

    /** Returns the address of the API. */
    URI http() {
        return address("application");
    }

    /** Returns the address of health and metrics. */
    URI admin() {
        return address(ADMIN);
    }

    private URI address(String name) {
        for (var connector : server.getConnectors()) {
            if (connector instanceof NetworkConnector network && name.equals(connector.getName())) {
                return URI.create("http://%s:%d".formatted(LoopbackConnector.ADDRESS, network.getLocalPort()));
            }
        }
        throw new IllegalStateException("no connector has the name " + name);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("cannot stop the server", failure);
        }
    }
}
