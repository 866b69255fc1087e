package derrick.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @RegisterExtension
    static final TestDatabase existing = TestDatabase.empty();

    @TempDir
    private Path temporary;

    @Test
    void theEmbeddedPostgresIsNamedOpenedAndUsed() throws SQLException {
        List<String> said = new ArrayList<>();
        Path folder = temporary.resolve("data");
        try (Database database = Database.open(new DatabaseChoice.Embedded(folder), said::add)) {
            assertThat(database.embedded()).isTrue();
            assertThat(said).containsExactly("using the embedded PostgreSQL in " + folder);
            assertThat(text(database, "SHOW application_name")).isEqualTo("derrick");
            assertThat(DatabaseAddress.parse(database.address().url())).isEqualTo(database.address());
        }
    }

    @Test
    void anEmbeddedPostgresThatCannotStartIsUnavailable() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> open(new DatabaseChoice.Embedded(file)))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void anExternalDatabaseIsOpenedAndLeftRunning() throws SQLException {
        try (Database database = open(existing.address())) {
            assertThat(database.embedded()).isFalse();
            assertThat(text(database, "SELECT current_database()"))
                    .isEqualTo(existing.address().database());
        }
        try (Database again = open(existing.address())) {
            assertThat(text(again, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void theFirstConnectionIsReused() throws SQLException {
        try (Database database = open(existing.address())) {
            String newest = newestConnection();
            assertThat(text(database, "SELECT pg_backend_pid()")).isEqualTo(newest);
            assertThat(text(database, "SELECT pg_backend_pid()")).isNotEqualTo(newest);
        }
    }

    @Test
    void prefetchedConnectionsAreUsedInOrder() throws SQLException {
        expect(existing.address().url());
        String second = newestConnection();
        try (Database database = open(existing.address())) {
            assertThat(newestConnection()).isEqualTo(second);
            assertThat(text(database, "SELECT pg_backend_pid()")).isNotEqualTo(second);
            assertThat(text(database, "SELECT pg_backend_pid()")).isEqualTo(second);
            assertThat(text(database, "SELECT pg_backend_pid()")).isNotEqualTo(second);
        }
    }

    @Test
    void aRoleWithOneConnectionSucceeds() throws SQLException {
        try (Connection owner = existing.dataSource().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE ROLE loner LOGIN PASSWORD 'papers' CONNECTION LIMIT 1");
        }
        DatabaseAddress address =
                DatabaseAddress.parse(existing.address().url().replaceFirst("//[^@]*@", "//loner:papers@"));
        expect(address.url());
        try (Database database = open(address)) {
            assertThat(text(database, "SELECT 1")).isEqualTo("1");
            // A closed connection counts until its backend has ended.
            String connections = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'loner'";
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!text(existing.dataSource(), connections).equals("0")) {
                assertThat(System.nanoTime()).as("no deadline").isLessThan(deadline);
            }
            assertThat(text(database, "SELECT 2")).isEqualTo("2");
        }
        try (Connection owner = existing.dataSource().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("DROP ROLE loner");
        }
    }

    @Test
    void aFailedPrefetchIsReportedWhenTheDatabaseIsOpened() {
        DatabaseAddress nowhere = existing.address().beside("nowhere");
        expect(nowhere.url());
        assertUnavailable(nowhere, "there is no such database");
        expect("no url at all");
    }

    private static void expect(String url) {
        Database.expect(new DatabaseSettings(Optional.of(url), Optional.empty(), Map.of(), Path.of("")), 2);
    }

    private static String newestConnection() throws SQLException {
        return text(existing.dataSource(), """
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                ORDER BY backend_start DESC LIMIT 1
                """);
    }

    @Test
    void anUnusedConnectionIsClosed() throws SQLException {
        Database database = open(existing.address());
        database.close();

        String ours = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()";
        Instant deadline = Instant.now().plusSeconds(10);
        while (!text(existing.dataSource(), ours).equals("1")) {
            assertThat(Instant.now()).isBefore(deadline);
        }
        // Keeps the garbage collector from closing it.
        assertThat(database.embedded()).isFalse();
    }

    @Test
    void aWrongPasswordIsReportedAndNotShown() {
        DatabaseAddress right = existing.address();
        assertUnavailable(
                new DatabaseAddress(
                        right.host(), right.port(), right.database(), right.user(), Optional.of("xyzzy"), Map.of()),
                "the password of derrick is wrong or missing");
    }

    @Test
    void aMissingPasswordIsReported() {
        DatabaseAddress right = existing.address();
        assertUnavailable(
                new DatabaseAddress(
                        right.host(), right.port(), right.database(), right.user(), Optional.empty(), Map.of()),
                "no password was provided");
    }

    @Test
    void aMissingDatabaseIsReported() {
        DatabaseAddress right = existing.address();
        assertUnavailable(
                new DatabaseAddress(right.host(), right.port(), "nowhere", right.user(), right.password(), Map.of()),
                "there is no such database");
    }

    @Test
    void missingTlsIsReported() {
        DatabaseAddress right = existing.address();
        assertUnavailable(
                new DatabaseAddress(
                        right.host(),
                        right.port(),
                        right.database(),
                        right.user(),
                        right.password(),
                        Map.of("sslmode", "require")),
                "SSL");
    }

    @Test
    void aRefusedConnectionIsReported() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertUnavailable(DatabaseAddress.parse("postgresql://u:xyzzy@127.0.0.1:" + port + "/d"), "connection refused");
        assertUnavailable(DatabaseAddress.parse("postgresql://u:xyzzy@[::1]:" + port + "/d"), "connection refused");
    }

    @Test
    void anUnknownHostIsReported() {
        assertUnavailable(DatabaseAddress.parse("postgresql://u:xyzzy@nowhere.invalid/d"), "unknown host");
    }

    @Test
    void aServerThatDoesNotAnswerIsReported() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertUnavailable(
                    DatabaseAddress.parse(
                            "postgresql://u:xyzzy@127.0.0.1:" + silent.getLocalPort() + "/d?socketTimeout=1"),
                    "no answer in time");
        }
    }

    @Test
    void aFailedStatementIsNoConnectionFailure() {
        SQLException failure = catchSql("SELECT 1 / 0");
        assertThat(DatabaseUnavailable.in(failure, existing.address())).isEmpty();
        assertThat(DatabaseUnavailable.in(new IllegalStateException(failure), existing.address()))
                .isEmpty();
    }

    @Test
    void aLostConnectionIsRecognizedInACause() {
        SQLException cut = catchSql("SELECT pg_terminate_backend(pg_backend_pid())");
        assertThat(DatabaseUnavailable.in(new IllegalStateException("wrapped", cut), existing.address()))
                .hasValueSatisfying(
                        unavailable -> assertThat(unavailable).hasMessageEndingWith("the server was shut down"));
    }

    private static void assertUnavailable(DatabaseAddress address, String reason) {
        assertThatThrownBy(() -> open(address))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("database " + address.redacted() + ": ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("xyzzy")
                .hasMessageNotContaining("\n");
    }

    private static Database open(DatabaseAddress address) {
        return open(new DatabaseChoice.External(address, "a test"));
    }

    private static Database open(DatabaseChoice choice) {
        return Database.open(choice, line -> {});
    }

    private static SQLException catchSql(String sql) {
        try (Connection connection = existing.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            return failure;
        }
        throw new AssertionError("it should have failed");
    }

    private static String text(Database database, String sql) throws SQLException {
        return text(database.dataSource(), sql);
    }

    private static String text(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
