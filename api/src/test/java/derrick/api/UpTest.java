package derrick.api;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.postgres.Database;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.postgres.DatabaseChoice;
import derrick.migrations.postgres.ServerStateFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code up} in processes of its own, on a data folder with the embedded PostgreSQL. */
@Timeout(240)
class UpTest {
    private static final String RECORD = "{\"rig_id\":\"up\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"wob\":1}";

    @TempDir
    static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void itServesOnLoopbackStopsCleanlyAndLosesNoDataWhenItIsKilled() throws Exception {
        Path dataDir = open(folder.resolve("data"));
        try (ServerProcess first = ServerProcess.up(dataDir, "--port", "0")) {
            ServerStateFile server = first.awaitReady();
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(dataDir.resolve(ServerStateFile.FILE_NAME))))
                    .isEqualTo("rw-------");
            assertThat(server.ready()).isTrue();
            assertThat(server.http()).startsWith("http://127.0.0.1:");
            assertThat(server.admin()).startsWith("http://127.0.0.1:").isNotEqualTo(server.http());
            assertThat(first.out()).contains(server.http(), server.admin(), "this machine only", "./derrick import");
            assertThat(first.out().replace(dataDir.toString(), "DIR").lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
            String password =
                    DatabaseAddress.parse(server.databaseUrl()).password().orElseThrow();
            assertThat(first.out() + first.err() + Files.readString(dataDir.resolve("logs/derrick.log")))
                    .doesNotContain(password);

            try (ServerProcess second = ServerProcess.up(dataDir, "--port", "0")) {
                assertThat(second.awaitExit()).isEqualTo(5);
                assertThat(second.err()).contains("already running", server.http());
            }
            assertThat(post(server)).isEqualTo(200);
            first.kill();
        }
        try (ServerProcess next = ServerProcess.up(dataDir, "--port", "0")) {
            ServerStateFile server = next.awaitReady();
            assertThat(get(server, "/api/v1/sensor-data/latest")).contains("\"rig_id\":\"up\"");
            assertThat(next.terminate()).isZero();
            assertThat(dataDir.resolve(ServerStateFile.FILE_NAME)).doesNotExist();
        }
    }

    @Test
    void itRestartsItsDatabaseAndReportsTheOutage() throws Exception {
        Path dataDir = open(folder.resolve("down"));
        Path configuration = dataDir.resolve("postgres/data/postgresql.conf");
        try (ServerProcess up = ServerProcess.up(dataDir, "--port", "0")) {
            ServerStateFile server = up.awaitReady();
            assertThat(post(server)).isEqualTo(200);
            assertThat(roles(server)).containsExactly("derrick_api f");

            String working = Files.readString(configuration);
            Files.writeString(configuration, "no_such_setting = 1\n");
            postmaster(dataDir).destroyForcibly();
            await(() -> health(server).body().contains("the embedded PostgreSQL is down"));
            assertThat(health(server).statusCode()).isEqualTo(503);
            HttpResponse<String> refused = client.send(record(server), BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(get(server, "/api/v1/sensor-data/latest")).contains("urn:derrick:problem:unavailable");

            Files.writeString(configuration, working);
            await(() -> health(server).statusCode() == 200);
            assertThat(get(server, "/api/v1/sensor-data/latest")).contains("\"rig_id\":\"up\"");
            assertThat(up.err())
                    .contains("the embedded PostgreSQL is down", "the embedded PostgreSQL is running again");

            Files.writeString(configuration, "no_such_setting = 1\n");
            postmaster(dataDir).destroyForcibly();
            await(() -> health(server).body().contains("the embedded PostgreSQL is down"));
            assertThat(up.terminate()).isZero();
            assertThat(dataDir.resolve(ServerStateFile.FILE_NAME)).doesNotExist();
        }
    }

    @Test
    void aPortInUseIsReportedWithTheOptionThatHelps() throws Exception {
        Path dataDir = open(folder.resolve("untouched"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess up = ServerProcess.up(
                        dataDir, "--port", Integer.toString(taken.getLocalPort()), "--admin-port", "0")) {
            assertThat(up.awaitExit()).isEqualTo(2);
            assertThat(up.err()).contains("port " + taken.getLocalPort(), "--port");
            assertThat(dataDir.resolve(ServerStateFile.FILE_NAME)).doesNotExist();
            assertThat(dataDir.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void anExternalDatabaseIsUpgradedOnlyWithMigrate() throws Exception {
        Path dataDir = open(folder.resolve("data"));
        try (Database durable = Database.open(new DatabaseChoice.Embedded(dataDir), line -> {})) {
            DatabaseAddress address = durable.address();
            try (Connection connection = durable.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE other");
            }
            String other = address.beside("other").url();
            Path logs = open(folder.resolve("logs"));
            try (ServerProcess refused = ServerProcess.up(logs, "--port", "0", "--database-url", other)) {
                assertThat(refused.awaitExit()).isEqualTo(5);
                assertThat(refused.err())
                        .contains("pending revisions, head is ", "--migrate")
                        .doesNotContain(address.password().orElseThrow());
            }
            try (ServerProcess migrated = ServerProcess.up(logs, "--port", "0", "--migrate", "--database-url", other)) {
                ServerStateFile server = migrated.awaitReady();
                assertThat(post(server)).isEqualTo(200);
                assertThat(migrated.terminate()).isZero();
            }
        }
    }

    /** The embedded server may run as another account, which needs to enter the folder. */
    private static Path open(Path path) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        return Files.createDirectories(path);
    }

    private static ProcessHandle postmaster(Path dataDir) throws IOException {
        String pid = Files.readAllLines(dataDir.resolve("postgres/data/postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Returns the roles of the API's sessions, and whether they are superusers. */
    private static List<String> roles(ServerStateFile server) throws SQLException {
        try (Connection connection =
                        DatabaseAddress.parse(server.databaseUrl()).dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT DISTINCT rolname || ' ' || left(rolsuper::text, 1)
                        FROM pg_stat_activity JOIN pg_roles ON pg_roles.oid = usesysid
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """)) {
            List<String> roles = new ArrayList<>();
            while (rows.next()) {
                roles.add(rows.getString(1));
            }
            return roles;
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private HttpResponse<String> health(ServerStateFile server) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.admin() + "/healthcheck"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest record(ServerStateFile server) {
        return HttpRequest.newBuilder(URI.create(server.http() + "/api/v1/sensor-data"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(RECORD))
                .build();
    }

    private int post(ServerStateFile server) throws IOException, InterruptedException {
        return client.send(record(server), BodyHandlers.ofString()).statusCode();
    }

    private String get(ServerStateFile server, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(server.http() + path)).build(), BodyHandlers.ofString());
        return answer.body();
    }
}
