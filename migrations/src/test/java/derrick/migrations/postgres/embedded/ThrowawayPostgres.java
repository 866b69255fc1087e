package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A fast server without durability, for tests. Also listens on {@link #HOST}, with the port number of its socket.
 */
public final class ThrowawayPostgres {
    /** The address on which it listens. */
    public static final String HOST = "127.0.0.1";

    private static final int PORTS_TRIED = 10;

    private ThrowawayPostgres() {}

    public static EmbeddedPostgres open(Path dataFolder, Consumer<String> say) throws IOException {
        Optional<EmbeddedUnavailable> taken = Optional.empty();
        for (int attempt = 0; attempt < PORTS_TRIED; attempt++) {
            List<String> settings = List.of(
                    "listen_addresses=" + HOST,
                    "port=" + freePort(),
                    "autovacuum=off",
                    "jit=off",
                    "wal_level=minimal",
                    "max_wal_senders=0");
            try {
                return EmbeddedPostgres.open(dataFolder, new ServerSettings(false, settings), say);
            } catch (EmbeddedUnavailable failure) {
                if (!String.valueOf(failure.getMessage()).contains("could not bind")) {
                    throw failure;
                }
                taken = Optional.of(failure);
            }
        }
        throw taken.orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
