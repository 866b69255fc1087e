package derrick.api.http;

import io.dropwizard.jetty.HttpConnectorFactory;
import org.eclipse.jetty.server.HttpConfiguration;

/** Listens on the loopback address only, and adds the {@link SecurityHeaders} to each response. */
public final class LoopbackConnector extends HttpConnectorFactory {
    /** The address that the server listens on. */
    public static final String ADDRESS = "127.0.0.1";

    private LoopbackConnector() {}

    /** @param port the port, or 0 for any free port */
    public static LoopbackConnector on(int port) {
        LoopbackConnector connector = new LoopbackConnector();
        connector.setBindHost(ADDRESS);
        connector.setPort(port);
        return connector;
    }

    @Override
    protected HttpConfiguration buildHttpConfiguration() {
        HttpConfiguration configuration = super.buildHttpConfiguration();
        configuration.addCustomizer((request, headers) -> {
            SecurityHeaders.addTo(headers);
            return request;
        });
        return configuration;
    }
}
