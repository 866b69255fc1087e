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

/** The running HTTP server. Closing it refuses new requests, finishes those in flight, and stops. */
final class HttpService implements AutoCloseable {
    private static final String ADMIN = "admin";
    private static final int CONNECTIONS_TO_READ_WITH = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Server server;

    private HttpService(Server server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @throws BindException if one of the ports is taken; its message is the address
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
        // The stop has an order, which the command keeps; the container's own shutdown hook would not.
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
     * What stands before the application for requests with a body. Fewer of them are worked on at a time than there are
     * connections to the database, so that those who read find one; the others wait, and hold no thread meanwhile.
     */
    private static RequestBodyHandler uploads(long heap) {
        RequestBodyHandler bodies = RequestBodyHandler.forHeap(heap);
        QoSHandler turns = new QoSHandler();
        turns.includeMethod("POST");
        turns.setMaxRequestCount(Math.min(bodies.requestsAtOnce(), ConnectionPool.SIZE - CONNECTIONS_TO_READ_WITH));
        turns.setMaxSuspend(LONGEST_WAIT);
        turns.setRejectStatusCode(HttpStatus.SERVICE_UNAVAILABLE_503);
        bodies.setHandler(turns);
        return bodies;
    }

    /** Where the API answers. */
    URI http() {
        return address("application");
    }

    /** Where health and metrics are. */
    URI admin() {
        return address(ADMIN);
    }

    private URI address(String name) {
        for (var connector : server.getConnectors()) {
            if (connector instanceof NetworkConnector network && name.equals(connector.getName())) {
                return URI.create("http://%s:%d".formatted(LoopbackConnector.ADDRESS, network.getLocalPort()));
            }
        }
        throw new IllegalStateException("no connector is named " + name);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the server did not stop in order", failure);
        }
    }
}
