package derrick.migrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded server, used by one process. */
class EmbeddedPostgresTest {
    @TempDir
    private Path temporary;

    @Test
    void committedDataIsOnDiskAndOnlyTheOwnerCanConnect() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(temporary.resolve("data"), line -> {})) {
            Sql sql = new Sql(server);
            assertThat(List.of(
                            sql.text("SHOW fsync"),
                            sql.text("SHOW synchronous_commit"),
                            sql.text("SHOW full_page_writes"),
                            sql.text("SHOW data_checksums")))
                    .containsOnly("on");
            assertThat(sql.text("SHOW listen_addresses")).isEmpty();
            assertThat(Path.of(server.host())).isEqualTo(folder().data());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().data())))
                    .isEqualTo("rwx------");
            assertThat(sql.text("SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
        }
    }

    @Test
    void textIsUtf8AndSortsTheSameEverywhere() throws SQLException {
        try (EmbeddedPostgres server = throwaway()) {
            assertThat(new Sql(server).text("""
                                    SELECT format('%s %s %s', pg_encoding_to_char(encoding), datlocprovider, datlocale)
                                    FROM pg_database WHERE datname = current_database()
                                    """)).isEqualTo("UTF8 b C.UTF-8");
            assertThat(new Sql(server).text("SELECT reset_val FROM pg_settings WHERE name = 'log_timezone'"))
                    .isEqualTo("UTC");
        }
    }

    @Test
    void onlyTheOwnerCanReadThePassword() throws IOException {
        try (EmbeddedPostgres server = throwaway()) {
            Path file = folder().password();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file).strip()).isEqualTo(server.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void dataSurvivesAStop() throws SQLException {
        try (EmbeddedPostgres server = throwaway()) {
            new Sql(server).run("CREATE TABLE kept AS SELECT 42 AS value");
        }
        assertThat(folder().postmasterFile()).doesNotExist();
        try (EmbeddedPostgres server = throwaway()) {
            assertThat(new Sql(server).text("SELECT value FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void theLastOfManyUsersInOneProcessStopsIt() throws SQLException {
        EmbeddedPostgres first = throwaway();
        EmbeddedPostgres second = throwaway();
        assertThat(second.host()).isEqualTo(first.host());
        first.close();
        first.close();
        assertThat(new Sql(second).text("SELECT 1")).isEqualTo("1");
        second.close();
        assertThat(folder().postmasterFile()).doesNotExist();
    }

    @Test
    void aKeyboardInterruptOfTheTerminalDoesNotReachTheServer() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "needs /proc");
        try (EmbeddedPostgres server = throwaway()) {
            assertThat(server.port()).isPositive();
            long pid =
                    PostmasterFile.read(folder().postmasterFile()).orElseThrow().pid();
            String[] stat = Files.readString(Path.of("/proc/" + pid + "/stat")).split(" ", -1);
            assertThat(stat[5]).as("session").isEqualTo(Long.toString(pid));
        }
    }

    @Test
    void aCrashedServerIsRestartedWithAllCommittedData() throws SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.open(temporary.resolve("data"), line -> {});
        new Sql(server).run("CREATE TABLE kept AS SELECT 42 AS value");
        long pid = PostmasterFile.read(folder().postmasterFile()).orElseThrow().pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Deadline.await(() -> ProcessRef.find(pid).isEmpty());
        server.close();
        assertThat(folder().postmasterFile()).exists();
        try (EmbeddedPostgres again = throwaway()) {
            assertThat(new Sql(again).text("SELECT value FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void aReusedProcessNumberDoesNotPreventTheStart() throws IOException, SQLException {
        throwaway().close();
        // Not this process, since PostgreSQL ignores the number of a parent process.
        Process other = new ProcessBuilder("sleep", "60").start();
        Files.writeString(
                folder().postmasterFile(),
                other.pid() + "\n" + folder().data() + "\n1\n5432\n\n127.0.0.1\n1 1\nready\n");
        try (EmbeddedPostgres server = throwaway()) {
            assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
        } finally {
            other.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "no number\n", "\u00ff\u0000\u0080", "99999999999999999999\n/elsewhere\n"})
    void aDamagedPostmasterFileDoesNotPreventTheStart(String damaged) throws IOException, SQLException {
        throwaway().close();
        Files.writeString(folder().postmasterFile(), damaged, StandardCharsets.ISO_8859_1);
        try (EmbeddedPostgres server = throwaway()) {
            assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void theServerOfAnotherFolderIsNotUsed() throws IOException, SQLException {
        throwaway().close();
        ServerFolder others = ServerFolder.in(temporary.resolve("others"));
        try (EmbeddedPostgres other = EmbeddedPostgres.open(temporary.resolve("others"), THROWAWAY, line -> {})) {
            Files.copy(others.postmasterFile(), folder().postmasterFile());
            ServerAddress address = new ServerAddress(Path.of(other.host()), other.port(), other.password());
            assertThatThrownBy(() -> new PostgresServer(folder(), THROWAWAY, line -> {}).verified(address))
                    .isInstanceOf(EmbeddedUnavailable.class)
                    .hasMessageContaining("is not the one of " + folder().path())
                    .hasMessageNotContaining(other.password());
            try (EmbeddedPostgres own = throwaway()) {
                assertThat(own.host()).isNotEqualTo(other.host());
                assertThat(new Sql(own).text("SHOW data_directory"))
                        .isEqualTo(folder().data().toString());
            }
        }
    }

    private static final ServerSettings THROWAWAY = new ServerSettings(false, List.of());

    private EmbeddedPostgres throwaway() {
        return open(THROWAWAY);
    }

    private EmbeddedPostgres open(ServerSettings settings) {
        return EmbeddedPostgres.open(temporary.resolve("data"), settings, line -> {});
    }

    private ServerFolder folder() {
        return ServerFolder.in(temporary.resolve("data"));
    }
}
