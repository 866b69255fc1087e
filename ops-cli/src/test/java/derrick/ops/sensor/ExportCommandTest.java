package derrick.ops.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    @RegisterExtension
    static final TestDatabase other = TestDatabase.atHead();

    @TempDir
    Path folder;

    @BeforeAll
    static void storeThreeRecords() {
        String records = """
                {"rig_id":"F-9A","timestamp":"2026-03-01T12:00:00Z","depth":0.1,"wob":1e-7,"status":"ok"}
                {"rig_id":"F-9A","timestamp":"2026-03-01T12:00:01.000001Z","rpm":-0.0,"time_source":"derived"}
                {"rig_id":"F-9A","timestamp":"2026-03-01T12:00:02Z","depth":3000.25}
                {"rig_id":"G-1","timestamp":"2026-03-01T12:00:02Z","depth":7}
                """;
        assertThat(Cli.piped(records, on(database, "import", "-")).exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void anExportIsImportedUnchanged(String format) {
        Cli exported = Cli.run(on(database, "export", "--rig", "F-9A", "--format", format));
        assertThat(exported.exitCode()).isZero();
        assertThat(exported.out()).contains("3000.25").doesNotContain("G-1");

        Cli.piped(exported.out(), on(other, "import", "-"));

        assertThat(Cli.run(on(other, "export", "--rig", "F-9A", "--format", format))
                        .out())
                .isEqualTo(exported.out());
    }

    @Test
    void fromIsInclusiveAndToIsExclusive() {
        Cli exported = Cli.run(on(
                database,
                "export",
                "--rig",
                "F-9A",
                "--format",
                "ndjson",
                "--from",
                "2026-03-01T12:00:00Z",
                "--to",
                "2026-03-01T13:00:02+01:00"));

        assertThat(exported.out().lines()).hasSize(2);
    }

    @Test
    void theRecordsInAFileAreCounted() throws IOException {
        Path file = folder.resolve("f-9a.csv");

        Cli exported = Cli.run(
                on(database, "export", "--rig", "F-9A", "--format", "csv", "--output", file.toString(), "--json"));

        assertThat(exported.out()).startsWith("{\"records\":3,\"file\":\"" + file + "\"}");
        assertThat(file)
                .hasContent(Cli.run(on(database, "export", "--rig", "F-9A", "--format", "csv"))
                        .out());
    }

    @Test
    void aFailedExportDoesNotReplaceTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("f-9a.csv"), "what was here before");

        Cli failed = Cli.run(
                "export",
                "--rig",
                "F-9A",
                "--format",
                "csv",
                "--output",
                file.toString(),
                "--database-url",
                "postgresql://nobody@127.0.0.1:1/none");

        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(file).hasContent("what was here before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aClosedPipeIsNoFailure() {
        for (String[] words : new String[][] {
            on(database, "export", "--rig", "F-9A", "--format", "csv"), on(database, "history"), {"version"}
        }) {
            Cli quiet = Cli.unwritable("Broken pipe", words);
            assertThat(quiet.exitCode()).isZero();
            assertThat(quiet.err()).doesNotContain("cannot", "pipe");
        }
    }

    @Test
    void eachCommandFailsIfItsOutputCannotBeWritten() {
        for (String[] words : new String[][] {
            on(database, "export", "--rig", "F-9A", "--format", "csv"),
            on(database, "history", "--json"),
            on(database, "current"),
            {"upgrade", "--sql", "base:head"},
            {"version"},
            {"help"},
            {"export", "--help"}
        }) {
            Cli failed = Cli.unwritable("No space left on device", words);
            assertThat(failed.exitCode()).as(String.join(" ", words)).isEqualTo(2);
            assertThat(failed.err().lines().filter(line -> !line.contains("using")))
                    .containsExactly("derrick: cannot write the output: No space left on device");
        }
    }

    @Test
    void aFifoIsWrittenAndNotReplaced() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Path got = folder.resolve("got");
        Process reader = new ProcessBuilder("cat", fifo.toString())
                .redirectOutput(got.toFile())
                .start();

        Cli exported =
                Cli.run(on(database, "export", "--rig", "F-9A", "--format", "ndjson", "--output", fifo.toString()));

        assertThat(exported.exitCode()).isZero();
        assertThat(exported.out()).isEmpty();
        assertThat(reader.waitFor()).isZero();
        assertThat(got).content().contains("F-9A");
        assertThat(Files.isRegularFile(fifo)).isFalse();
    }

    @Test
    void aTimeWithoutOffsetIsRefused() {
        Cli refused =
                Cli.run(on(database, "export", "--rig", "F-9A", "--format", "csv", "--from", "2026-03-01T12:00:00"));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--from", "has no offset").hasLineCount(1);
    }

    @Test
    void aSchemaBehindHeadIsReportedAndNotChanged() {
        assertThat(Cli.run(on(other, "downgrade", "--no-backup", "--yes")).exitCode())
                .isZero();

        Cli refused = Cli.run(on(other, "export", "--rig", "F-9A", "--format", "csv"));

        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("run 'derrick upgrade' first");
        assertThat(Cli.run(on(other, "upgrade")).out()).startsWith("applied");
    }

    private static String[] on(TestDatabase target, String... words) {
        return Stream.concat(
                        Stream.of(words),
                        Stream.of("--database-url", target.address().url()))
                .toArray(String[]::new);
    }
}
