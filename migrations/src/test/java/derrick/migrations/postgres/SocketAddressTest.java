package derrick.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** Forwards a socket in a temporary folder to the test server. */
final class SocketAddressTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private ServerSocketChannel door;

    @BeforeEach
    void startForwarding() throws IOException {
        door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(folder.resolve(".s.PGSQL.5433")));
        thread(() -> {
            while (true) {
                SocketChannel inside = door.accept();
                SocketChannel outside = SocketChannel.open(new InetSocketAddress(
                        database.address().host(), database.address().port()));
                thread(() -> copy(inside, outside));
                thread(() -> copy(outside, inside));
            }
        });
    }

    @AfterEach
    void stopForwarding() throws IOException {
        door.close();
    }

    @Test
    void everySpellingOfASocketFolderConnects() {
        DatabaseAddress address = database.address();
        String secret = address.user() + ":" + address.password().orElseThrow();
        String escaped = folder.toString().replace("/", "%2F");

        assertReached(DatabaseAddress.parse(
                "postgresql://%s@/%s?host=%s&port=5433".formatted(secret, address.database(), folder)));
        assertReached(
                DatabaseAddress.parse("postgresql://%s@%s:5433/%s".formatted(secret, escaped, address.database())));
        assertReached(DatabaseAddress.parse(
                "postgresql:///",
                Map.of(
                        "PGHOST", folder.toString(),
                        "PGPORT", "5433",
                        "PGUSER", address.user(),
                        "PGPASSWORD", address.password().orElseThrow(),
                        "PGDATABASE", address.database(),
                        "PGSSLMODE", "verify-full")));
    }

    @Test
    void theUrlNamesTheSameSocket() {
        DatabaseAddress address = address();

        assertThat(DatabaseAddress.parse(address.url())).isEqualTo(address);
        assertThat(address.redacted()).endsWith("/%s?host=%s&port=5433".formatted(address.database(), folder));
    }

    @Test
    void aMillionBytesAreSentAndReceived() throws Exception {
        try (Connection connection = address().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE lines (number integer, text text)");
            StringBuilder rows = new StringBuilder();
            for (int number = 0; number < 50_000; number++) {
                rows.append(number).append("\tthe line of this number, and a little more\n");
            }
            long copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY lines FROM STDIN", new StringReader(rows.toString()));

            assertThat(copied).isEqualTo(50_000);
        }
        assertThat(new Sql(address().dataSource()).rows("SELECT sum(number), length(string_agg(text, '')) FROM lines"))
                .containsExactly("1249975000 2100000");
    }

    @Test
    void aTimeoutIsObserved() throws Exception {
        try (Connection connection = address().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(
                    Runnable::run, (int) Duration.ofMillis(200).toMillis());

            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(60)")).hasMessageContaining("I/O error");
        }
    }

    @Test
    void aFolderWithoutASocketIsNamed() {
        DatabaseAddress nowhere = DatabaseAddress.parse("postgresql://ada:xyzzy@/db?host=" + folder + "&port=5499");

        assertThatThrownBy(() -> Database.open(new DatabaseChoice.External(nowhere, "a test"), line -> {}))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("there is no socket .s.PGSQL.5499 in that folder")
                .hasMessageNotContaining("xyzzy");
    }

    private DatabaseAddress address() {
        DatabaseAddress real = database.address();
        return new DatabaseAddress(
                folder.toString(), 5433, real.database(), real.user(), real.password(), real.parameters());
    }

    private static void assertReached(DatabaseAddress address) {
        assertThat(new Sql(address.dataSource()).rows("SELECT current_database()"))
                .containsExactly(database.address().database());
    }

    private static void copy(SocketChannel from, SocketChannel to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 12);
        try (from;
                to) {
            while (from.read(buffer.clear()) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
        }
    }

    private static void thread(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.go();
                    } catch (IOException ended) {
                        // The test is over, or the connection was closed.
                    }
                },
                "socket");
        thread.setDaemon(true);
        thread.start();
    }

    /** Work that ends when its channel is closed. */
    @FunctionalInterface
    private interface Work {
        void go() throws IOException;
    }
}
