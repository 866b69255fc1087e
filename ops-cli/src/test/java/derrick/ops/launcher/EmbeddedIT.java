package derrick.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIT {
    private static final Map<String, String> NO_VARIABLES = Map.of();
    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final Checkout checkout = Checkout.own();

    @Test
    void anInterruptedImportReportsItsRowsAndCanBeContinued() throws Exception {
        String table = "timestamp,wob [t]\n"
                + IntStream.range(0, 12_000)
                        .mapToObj(second -> FIRST.plusSeconds(second) + ",12\n")
                        .collect(Collectors.joining());
        Path home = Files.createDirectories(folder.resolve("da ta"));
        Started broken = checkout.start(home, NO_VARIABLES, "import", "-", "--rig", "F-9A", "--data-dir", "here");
        Writer pipe = broken.process().outputWriter(StandardCharsets.UTF_8);
        pipe.write(table);
        pipe.flush();
        Started.await(
                "two transactions are committed", () -> exported(home).lines().count() == 1 + 10_000);

        // ProcessHandle.destroy sends the signal only; Process.destroy would also close the pipe.
        broken.process().toHandle().destroy();

        Started.Ended ended = broken.end();
        assertThat(ended.exitCode()).as("ended by SIGTERM").isEqualTo(128 + 15);
        assertThat(ended.err()).contains("interrupted; 10000 rows are stored").doesNotContain("Exception", "a defect");
        assertThat(home.resolve("here/postgres/data/postmaster.pid"))
                .as("the embedded server is stopped")
                .doesNotExist();
        Path file = Files.writeString(home.resolve("whole.csv"), table);
        assertThat(checkout.start(
                                home,
                                NO_VARIABLES,
                                "import",
                                file.toString(),
                                "--rig",
                                "F-9A",
                                "--data-dir",
                                "here",
                                "--json")
                        .end()
                        .out())
                .startsWith("{\"received\":12000,\"stored\":2000,\"duplicates\":10000,\"conflicts\":0,\"rejected\":0,");
        assertThat(home.resolve("here"))
                .as("a relative folder is in the caller's working directory")
                .isDirectory();
    }

    private String exported(Path home) {
        try {
            return checkout.start(
                            home, NO_VARIABLES, "export", "--rig", "F-9A", "--format", "csv", "--data-dir", "here")
                    .end()
                    .out();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
