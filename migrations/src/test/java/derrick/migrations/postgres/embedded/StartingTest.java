package derrick.migrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts after damage and with unusual paths. What cannot be repaired is reported in one line. */
class StartingTest {
    private static final ServerSettings THROWAWAY = new ServerSettings(false, List.of());
    private static final int NOBODY = 65534;

    @TempDir
    private Path temporary;

    @Test
    void aPathMayHaveSpacesAndShellCharacters() throws SQLException {
        try (EmbeddedPostgres server = open(temporary.resolve("a folder $HOME `id` \"x\" 'y'"))) {
            assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void anUnfinishedDataDirectoryIsCreatedAgain() throws IOException, SQLException {
        ServerFolder folder = folder();
        Files.createDirectories(folder.unfinishedData().resolve("base"));
        Files.writeString(folder.unfinishedData().resolve("PG_VERSION"), "18\n");
        Files.writeString(folder.password(), "of the attempt that was killed\n");
        try (EmbeddedPostgres server = open()) {
            assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
            assertThat(folder.unfinishedData()).doesNotExist();
        }
    }

    @Test
    void aMissingDatabaseIsCreated() throws SQLException {
        ServerFolder folder = folder();
        LaunchConfig launch = new DataDirectory(folder).prepare(false);
        assertThat(launch.majorVersion()).isEqualTo(18);
        try (EmbeddedPostgres server = open()) {
            assertThat(new Sql(server).text("SELECT current_database()")).isEqualTo("derrick");
        }
    }

    @Test
    void aServerOfAnEarlierVersionOnATcpPortIsReplaced() throws IOException, SQLException {
        open().close();
        LaunchConfig launch = new DataDirectory(folder()).prepare(false);
        ProgramRun.Result started = launch.run(
                "pg_ctl",
                List.of(
                        "start",
                        "-w",
                        "-s",
                        "-D",
                        "data",
                        "-l",
                        "server.log",
                        "-o",
                        "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=" + freePort()));
        assertThat(started.ok()).as(started.output()).isTrue();
        long earlier =
                PostmasterFile.read(folder().postmasterFile()).orElseThrow().pid();
        try (EmbeddedPostgres server = open()) {
            assertThat(new Sql(server).text("SHOW listen_addresses")).isEmpty();
            assertThat(ProcessRef.find(earlier)).isEmpty();
        }
    }

    @Test
    void theSocketOfAKilledServerDoesNotPreventTheStart() throws IOException, SQLException {
        open().close();
        Process other = new ProcessBuilder("sleep", "60").start();
        Files.writeString(folder().socketLock(), other.pid() + "\n" + folder().data() + "\n1\n5432\n\n");
        Files.writeString(folder().data().resolve(".s.PGSQL.5432"), "");
        try (EmbeddedPostgres server = open()) {
            assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsRejectedAndUnchanged() throws IOException {
        Path version = Files.createDirectories(folder().data()).resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(EmbeddedUnavailable.class)
                .hasMessageContaining("was created by PostgreSQL 17, but this Derrick has 18");
        assertThat(version).hasContent("17");
    }

    @Test
    void aFolderThatCannotBeCreatedIsNamed() throws IOException {
        Path file = Files.createFile(temporary.resolve("data"));
        assertThatThrownBy(() -> open(file.resolve("below")))
                .isInstanceOf(EmbeddedUnavailable.class)
                .hasMessageContaining("the data folder " + file.resolve("below") + " cannot be created")
                .hasMessageContaining("--data-dir");
    }

    @Test
    void theErrorOfAServerThatDoesNotStartIsQuoted() throws IOException {
        open().close();
        Files.writeString(folder().data().resolve("postgresql.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(EmbeddedUnavailable.class)
                .hasMessageContaining("did not start: ")
                .hasMessageContaining("no_such_setting")
                .hasMessageContaining(folder().log().toString())
                .hasMessageNotContaining("\n");
    }

    @Test
    void aLostPasswordFileIsNamed() throws IOException {
        open().close();
        Files.delete(folder().password());
        assertThatThrownBy(this::open)
                .isInstanceOf(EmbeddedUnavailable.class)
                .hasMessageContaining("the embedded PostgreSQL's password is missing: " + folder().password());
        assertThat(folder().postmasterFile()).as("nothing runs on").doesNotExist();
    }

    @Test
    void aWrongPasswordIsNotShown() throws IOException {
        open().close();
        Files.writeString(folder().password(), "xyzzy-secret\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(EmbeddedUnavailable.class)
                .hasMessageContaining("password authentication failed")
                .hasMessageNotContaining("xyzzy");
        assertThat(folder().postmasterFile()).as("nothing runs on").doesNotExist();
    }

    @Test
    void rootRunsTheServerAsTheUserWhoOwnsTheFolder() throws IOException, SQLException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can run a server as somebody else");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        new FileTree(folder().path()).changeOwner(NOBODY, NOBODY);
        try (EmbeddedPostgres server = open()) {
            assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
            long pid =
                    PostmasterFile.read(folder().postmasterFile()).orElseThrow().pid();
            assertThat(Files.getAttribute(Path.of("/proc/" + pid), "unix:uid")).isEqualTo(NOBODY);
        }
        assertThat(folder().postmasterFile()).doesNotExist();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private EmbeddedPostgres open() {
        return open(temporary.resolve("data"));
    }

    private static EmbeddedPostgres open(Path dataFolder) {
        return EmbeddedPostgres.open(dataFolder, THROWAWAY, line -> {});
    }

    private ServerFolder folder() {
        return ServerFolder.in(temporary.resolve("data"));
    }
}
