package derrick.migrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restarts of a supervised server, with real processes. */
class SupervisorTest {
    private static final String BROKEN = "no_such_setting = 1\n";

    @TempDir
    private Path dataFolder;

    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    @Test
    void aKilledServerIsRestartedWithAllCommittedData() throws SQLException {
        try (EmbeddedPostgres server = supervised()) {
            new Sql(server).run("CREATE TABLE kept AS SELECT 42 AS value");
            for (int kill = 0; kill < 3; kill++) {
                long pid = serverPid();
                signal("KILL", pid);
                Deadline.await(() -> server.outage().isEmpty() && serverPid() != pid);
                assertThat(new Sql(server).text("SELECT value FROM kept")).isEqualTo("42");
            }
            assertThat(said)
                    .contains("the embedded PostgreSQL is running again")
                    .anySatisfy(line -> assertThat(line).startsWith("the embedded PostgreSQL has ended"));
        }
        assertThat(folder().postmasterFile()).doesNotExist();
    }

    @Test
    void aServerThatWasShutDownByHandIsRestarted() throws SQLException {
        try (EmbeddedPostgres server = supervised()) {
            long pid = serverPid();
            signal("QUIT", pid);
            Deadline.await(() -> ProcessRef.find(pid).isEmpty());
            Deadline.await(() -> isReady() && server.outage().isEmpty());
            assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aBusyBackendIsEndedAfterItsPostmasterDied() throws SQLException {
        try (EmbeddedPostgres server = supervised()) {
            CompletableFuture<Boolean> broken = CompletableFuture.supplyAsync(() -> {
                try {
                    // Ends by itself if the test fails.
                    new Sql(server).run("SET statement_timeout = '2min'; DO 'BEGIN LOOP PERFORM 1; END LOOP; END'");
                    return false;
                } catch (SQLException ended) {
                    return true;
                }
            });
            Deadline.await(() -> busy(server).equals("1"));
            long pid = serverPid();
            signal("KILL", pid);
            Deadline.await(() -> server.outage().isEmpty() && serverPid() != pid);
            assertThat(broken.join()).isTrue();
            assertThat(busy(server)).isEqualTo("0");
        }
    }

    @Test
    void aServerWhoseProcessWasKilledRecoversByItself() throws SQLException {
        try (EmbeddedPostgres server = supervised()) {
            long pid = serverPid();
            long backend = Long.parseLong(
                    new Sql(server).text("SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'"));
            signal("KILL", backend);
            Deadline.await(() -> ProcessRef.find(backend).isEmpty());
            Deadline.await(() -> server.outage().isEmpty() && !busy(server).isEmpty());
            assertThat(serverPid()).isEqualTo(pid);
        }
    }

    @Test
    void aStartFailureIsReportedOnceAndRetried() throws IOException, SQLException {
        try (EmbeddedPostgres server = supervised()) {
            Path configuration = folder().data().resolve("postgresql.conf");
            String working = Files.readString(configuration);
            Files.writeString(configuration, BROKEN);
            signal("KILL", serverPid());
            Deadline.await(() -> server.outage().orElse("").contains("is down"));
            assertThat(server.outage().orElseThrow())
                    .contains("no_such_setting", folder().log().toString())
                    .doesNotContain("\n");
            long log = Files.size(folder().log());
            Deadline.await(() -> size(folder().log()) > log);
            Files.writeString(configuration, working);
            Deadline.await(() -> server.outage().isEmpty());
            assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
            assertThat(said.stream().filter(line -> line.contains("is down"))).hasSize(1);
        }
    }

    @Test
    void aCloseDuringFailingStartsLeavesNoProcess() throws IOException, SQLException {
        EmbeddedPostgres server = supervised();
        Path configuration = folder().data().resolve("postgresql.conf");
        String working = Files.readString(configuration);
        Files.writeString(configuration, BROKEN);
        signal("KILL", serverPid());
        Deadline.await(() -> server.outage().orElse("").contains("is down"));
        server.close();
        assertThat(isReady()).isFalse();
        Files.writeString(configuration, working);
        try (EmbeddedPostgres again = EmbeddedPostgres.open(dataFolder, line -> {})) {
            assertThat(new Sql(again).text("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aUserWaitsWhileAnotherProcessRestartsTheServer() throws Exception {
        try (HoldingProcess other = HoldingProcess.supervising(dataFolder)) {
            long pid = other.serverPid();
            signal("KILL", pid);
            Deadline.await(() -> ProcessRef.find(pid).isEmpty());
            try (EmbeddedPostgres server = EmbeddedPostgres.open(dataFolder, said::add)) {
                assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
                assertThat(serverPid()).isNotEqualTo(pid);
            }
        }
    }

    private EmbeddedPostgres supervised() {
        EmbeddedPostgres server = EmbeddedPostgres.open(dataFolder, line -> {});
        server.supervise(said::add);
        return server;
    }

    private static String busy(EmbeddedPostgres server) {
        try {
            return new Sql(server)
                    .text("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND ltrim(query) LIKE 'DO %'");
        } catch (SQLException down) {
            return "";
        }
    }

    private static void signal(String signal, long pid) {
        ProgramRun.of(Path.of("/"), List.of(), List.of("sh", "-c", "kill -" + signal + " " + pid))
                .run();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException missing) {
            return 0;
        }
    }

    private boolean isReady() {
        return new PostgresServer(folder(), ServerSettings.DURABLE, line -> {}).isReady();
    }

    private long serverPid() {
        return PostmasterFile.read(folder().postmasterFile())
                .map(PostmasterFile::pid)
                .orElse(0L);
    }

    private ServerFolder folder() {
        return ServerFolder.in(dataFolder);
    }
}
