package derrick.api.http;

import io.dropwizard.jetty.HttpConnectorFactory;
import org.eclipse.jetty.server.HttpConfiguration;

/** Listens on this machine's loopback address only; every answer carries the {@link SecurityHeaders}. */
public final class LoopbackConnector extends HttpConnectorFactory {
    /** The only address that is ever listened on. */
    public static final String ADDRESS = "127.0.0.1";

    private LoopbackConnector() {}

    /** @param port the port, or 0 for any that is free */
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
