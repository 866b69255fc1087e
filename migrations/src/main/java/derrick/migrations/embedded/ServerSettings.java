package derrick.migrations.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * How a server is run.
 *
 * @param durable whether a committed row must survive a power cut; false only where the data are thrown away
 * @param freePort names a TCP port that nobody listens on just now
 */
record ServerSettings(boolean durable, IntSupplier freePort) {
    /** How people's data are kept. */
    static final ServerSettings DURABLE = new ServerSettings(true, ServerSettings::anyFreePort);

    /** Options of the server; they win over its configuration file. */
    List<String> options(int port) {
        String safety = durable ? "on" : "off";
        List<String> options = new ArrayList<>();
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "port=" + String.format(Locale.ROOT, "%d", port),
                "unix_socket_directories=",
                "fsync=" + safety,
                "synchronous_commit=" + safety,
                "full_page_writes=" + safety,
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off")) {
            options.add("-c");
            options.add(setting);
        }
        return options;
    }

    static int anyFreePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("no TCP port is free on 127.0.0.1", failure);
        }
    }
}
