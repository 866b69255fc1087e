package derrick.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.postgres.ServerStateFile;
import derrick.migrations.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class CommandLineTest {
    /** Its server runs with fsync off. */
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    @TempDir
    Path dataDir;

    private record Result(int exitCode, String out, String err) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            up --port 70000                     | must be a number from 0 to 65535, not '70000'
            up --port http                      | must be a number from 0 to 65535, not 'http'
            up --admin-port -1                  | --admin-port
            up --port 8081                      | --port and --admin-port must differ
            up --colour                         | --colour
            up now                              | now
            up --demo-speed 5                   | --demo-speed needs --demo
            up --demo --demo-speed 0            | must be a number from 1 to 3600, not '0'
            up --database-url nonsense          | database URL
            'up --data-dir '                    | --data-dir must name a folder
            down                                | down
            ''                                  | see ./derrick up --help
            """)
    void anInvalidArgumentIsOneLineAndExitCode2(String arguments, String message) {
        Result result = run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
        assertThat(result.exitCode).isEqualTo(2);
        assertThat(result.out).isEmpty();
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.err).startsWith("derrick: ").contains(message);
    }

    @Test
    void helpFitsIn80Columns() {
        Result result = run("up", "--help");
        assertThat(result.exitCode).isZero();
        assertThat(result.err).isEmpty();
        assertThat(result.out)
                .contains(
                        "--port",
                        "--admin-port",
                        "--data-dir",
                        "--database-url",
                        "--migrate",
                        "--demo",
                        "--demo-speed");
        assertThat(result.out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aDatabaseThatMayLoseCommittedDataIsRefused() throws IOException {
        Result result = run(
                "up",
                "--port",
                "0",
                "--data-dir",
                dataDir.toString(),
                "--database-url",
                database.address().url());
        assertThat(result.exitCode).isEqualTo(5);
        assertThat(result.err).contains("fsync and synchronous_commit off");
        assertPasswordIsNowhere(result);
        assertThat(dataDir.resolve("derrick.json")).doesNotExist();
    }

    @Test
    void anUnreachableDatabaseIsExitCode3() {
        Result result = run(
                "up",
                "--port",
                "0",
                "--data-dir",
                dataDir.toString(),
                "--database-url",
                "postgresql://u:pw@127.0.0.1:1/x");
        assertThat(result.exitCode).isEqualTo(3);
        assertThat(result.err).contains("connection refused").doesNotContain("pw@");
    }

    @Test
    void aFolderThatCannotBeWrittenIsExitCode2() throws IOException {
        Path file = Files.createFile(dataDir.resolve("file"));
        Result result = run("up", "--port", "0", "--data-dir", file.toString());
        assertThat(result.exitCode).isEqualTo(2);
        assertThat(result.err).contains("cannot write to " + file);
    }

    private void assertPasswordIsNowhere(Result result) throws IOException {
        String password = database.address().password().orElseThrow();
        assertThat(result.out + result.err).doesNotContain(password);
        try (Stream<Path> files = Files.walk(dataDir)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(password));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No space left on device | 2 | derrick: cannot write the output: No space left on device
            Broken pipe             | 0 |
            """)
    void helpThatCannotBeWrittenIsExitCode2UnlessThePipeIsClosed(
            String reason, int exitCode, @Nullable String message) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException(reason);
            }
        };
        assertThat(CommandLine.run(out, new PrintStream(err, true, UTF_8), "up", "--help"))
                .isEqualTo(exitCode);
        assertThat(err.toString(UTF_8).strip()).isEqualTo(message == null ? "" : message);
    }

    @Test
    void theStateFileOfAKilledServerIsIgnored() throws IOException {
        long alive = ProcessHandle.current().pid();
        new ServerStateFile(alive, "http://127.0.0.1:1", "http://127.0.0.1:2", "postgresql://127.0.0.1:1/stale", true)
                .write(dataDir);
        Files.writeString(dataDir.resolve("postgres"), "a file, so that no server is started");

        Result result = run("up", "--port", "0", "--data-dir", dataDir.toString());

        assertThat(result.exitCode).isEqualTo(3);
        assertThat(result.err).contains("using the embedded PostgreSQL").doesNotContain("stale");
        assertThat(dataDir.resolve(ServerStateFile.FILE_NAME)).doesNotExist();
    }

    private static Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = CommandLine.run(out, new PrintStream(err, true, UTF_8), arguments);
        return new Result(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}
