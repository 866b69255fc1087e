package derrick.migrations.testing;

import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.postgres.embedded.EmbeddedPostgres;
import derrick.migrations.postgres.embedded.ThrowawayPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The one server of this JVM. It and all its data are gone when the JVM ends. */
final class TestServer {
    private static final long BYTES_OF_DATABASES = 2L << 30;

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static TestServer get() {
        return Holder.SERVER;
    }

    /** A new database, made as a copy of another. */
    DatabaseAddress copyOf(String template) {
        String name = "test_" + databases.incrementAndGet();
        // Without fsync the copy of files takes half the time of a copy through the log.
        execute("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY file_copy");
        return address(name);
    }

    void drop(DatabaseAddress database) {
        execute("DROP DATABASE IF EXISTS " + database.database() + " WITH (FORCE)");
    }

    DatabaseAddress address(String database) {
        return new DatabaseAddress(
                ThrowawayPostgres.HOST,
                server.port(),
                database,
                server.user(),
                Optional.of(server.password()),
                Map.of());
    }

    void execute(String sql) {
        try (Connection connection = address(server.database()).dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static final class Holder {
        private static final TestServer SERVER = start();

        private static TestServer start() {
            try {
                Path folder = Files.createTempDirectory(parent(), "derrick-test-");
                EmbeddedPostgres server = ThrowawayPostgres.open(folder, line -> {});
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, folder)));
                return new TestServer(server);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** In memory where there is room: ext4 takes longer to create the files of a database the more were deleted. */
        private static Path parent() throws IOException {
            Path memory = Path.of("/dev/shm");
            boolean roomy =
                    Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > BYTES_OF_DATABASES;
            return roomy ? memory : Path.of(System.getProperty("java.io.tmpdir"));
        }

        private static void remove(EmbeddedPostgres server, Path folder) {
            server.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
