package derrick.migrations.testing;

import derrick.migrations.postgres.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own PgBouncer before a database; where there is none, the test is skipped. */
public final class PgBouncer implements AutoCloseable {
    private final Process process;
    private final DatabaseAddress address;

    private PgBouncer(Process process, DatabaseAddress address) {
        this.process = process;
        this.address = address;
    }

    /** @param settings lines of its configuration, such as {@code pool_mode=session} */
    public static PgBouncer before(DatabaseAddress database, String... settings) {
        Path program = Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("PgBouncer is not installed here, and poolers are not tested"));
        try {
            return start(program, database, List.of(settings));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PgBouncer start(Path program, DatabaseAddress database, List<String> settings) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path folder = Files.createTempDirectory("derrick-pgbouncer-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> lines = new ArrayList<>(List.of(
                "[databases]",
                "* = host=%s port=%d user=%s password='%s'"
                        .formatted(
                                database.host(),
                                database.port(),
                                database.user(),
                                database.password().orElse("").replace("'", "''")),
                "[pgbouncer]",
                "listen_addr = 127.0.0.1",
                "listen_port = " + port,
                "auth_type = any",
                "unix_socket_dir =",
                "ignore_startup_parameters = extra_float_digits,options"));
        lines.addAll(settings);
        Path configuration = Files.write(folder.resolve("pgbouncer.ini"), lines);
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        words.addAll(List.of(program.toString(), "-q", configuration.toString()));
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        PgBouncer bouncer = new PgBouncer(
                process,
                new DatabaseAddress(
                        "127.0.0.1", port, database.database(), database.user(), Optional.of("any"), Map.of()));
        bouncer.awaitListening(port);
        Files.delete(configuration);
        Files.delete(folder);
        return bouncer;
    }

    private void awaitListening(int port) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    /** Where clients find the database behind it. */
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
