package derrick.api;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Checks that the ports are free before the database is opened, so that a port in use changes nothing. */
final class PortCheck {
    private PortCheck() {}

    /** @throws StartupFailure if the server could not listen on one of its ports */
    static void requireFree(UpOptions options) throws IOException {
        requireFree(options.port(), "--port");
        requireFree(options.adminPort(), "--admin-port");
    }

    private static void requireFree(int port, String option) throws IOException {
        try (ServerSocket tried = new ServerSocket()) {
            tried.setReuseAddress(true);
            tried.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException taken) {
            throw new StartupFailure(
                    StartupFailure.USAGE,
                    "port %d cannot be used (%s); name another with %s, or any with %s 0"
                            .formatted(port, taken.getMessage(), option, option));
        }
    }
}
