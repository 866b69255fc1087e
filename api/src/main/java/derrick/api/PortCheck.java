package derrick.api;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Checks that the ports are free. It runs before the database is opened, so a port in use has no other effect. */
final class PortCheck {
    private PortCheck() {}

    /** @throws StartupFailure if one of the ports is in use */
    static void requireFree(UpOptions options) throws IOException {
        requireFree(options.port(), "--port");
        requireFree(options.adminPort(), "--admin-port");
    }

    private static void requireFree(int port, String option) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException failure) {
            throw new StartupFailure(
                    StartupFailure.USAGE,
                    "cannot listen on port %d (%s); choose another with %s, or any free one with %s 0"
                            .formatted(port, failure.getMessage(), option, option));
        }
    }
}
