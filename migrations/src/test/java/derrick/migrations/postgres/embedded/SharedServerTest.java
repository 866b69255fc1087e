package derrick.migrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** One server used by several processes, some of them killed. */
class SharedServerTest {
    @TempDir
    private Path dataFolder;

    @Test
    void theSecondUserJoinsAndTheLastOneStopsTheServer() throws IOException, SQLException {
        try (HoldingProcess other = HoldingProcess.start(dataFolder)) {
            long pid = other.serverPid();
            try (EmbeddedPostgres server = open()) {
                assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
                assertThat(serverPid()).isEqualTo(pid);
            }
            assertThat(serverPid()).as("the other still uses it").isPositive();
            try (EmbeddedPostgres server = open()) {
                other.end();
                assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
            }
        }
        assertThat(folder().postmasterFile()).doesNotExist();
    }

    @Test
    void theServerSurvivesAKilledProcessAndTheNextUserJoinsIt() throws Exception {
        HoldingProcess other = HoldingProcess.start(dataFolder);
        long pid = other.serverPid();
        other.kill();
        try (EmbeddedPostgres server = open()) {
            assertThat(serverPid()).isEqualTo(pid);
            assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
        }
        Deadline.await(() -> ProcessRef.find(pid).isEmpty());
    }

    @Test
    void twoConcurrentStartsShareOneServer() throws IOException {
        try (HoldingProcess one = HoldingProcess.start(dataFolder);
                HoldingProcess other = HoldingProcess.start(dataFolder)) {
            assertThat(one.serverPid()).isEqualTo(other.serverPid());
        }
        assertThat(folder().postmasterFile()).doesNotExist();
    }

    @Test
    void aServerThatAnotherProcessUsesIsNotReplaced() throws IOException {
        try (HoldingProcess other = HoldingProcess.start(dataFolder)) {
            long pid = other.serverPid();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            Deadline.await(() -> ProcessRef.find(pid).isEmpty());
            assertThatThrownBy(this::open)
                    .isInstanceOf(EmbeddedUnavailable.class)
                    .hasMessageContaining("Stop that derrick and try again");
        }
    }

    @Test
    void aKilledServerIsStartedAlthoughABackendIsBusy() throws Exception {
        HoldingProcess other = HoldingProcess.start(dataFolder);
        long pid = other.serverPid();
        ServerAddress address =
                new ServerAddress(folder().data(), SocketFolder.PORT, ServerPassword.read(folder().password()));
        try (Connection busy = address.dataSource("postgres").getConnection();
                Statement statement = busy.createStatement()) {
            long backend = busy.unwrap(PGConnection.class).getBackendPID();
            CompletableFuture<Boolean> broken = CompletableFuture.supplyAsync(() -> {
                try {
                    return statement.execute("DO 'BEGIN LOOP PERFORM 1; END LOOP; END'");
                } catch (SQLException ended) {
                    return true;
                }
            });
            other.kill();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            Deadline.await(() -> ProcessRef.find(pid).isEmpty());
            try (EmbeddedPostgres server = open()) {
                assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
                assertThat(ProcessRef.find(backend)).isEmpty();
            }
            assertThat(broken.join()).isTrue();
        }
    }

    private EmbeddedPostgres open() {
        return EmbeddedPostgres.open(dataFolder, line -> {});
    }

    private long serverPid() {
        return PostmasterFile.read(folder().postmasterFile()).orElseThrow().pid();
    }

    private ServerFolder folder() {
        return ServerFolder.in(dataFolder);
    }
}
