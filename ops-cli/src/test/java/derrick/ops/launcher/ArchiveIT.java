package derrick.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIT {
    @TempDir
    Path folder;

    /** In a path without blanks: with one, JDK 17 goes on without the archive. */
    @Test
    void theFirstCommandHasAnArchiveMadeAndTheNextUsesIt() throws Exception {
        Checkout checkout = Checkout.own().copiedTo(folder.resolve("derrick"));
        Path loaded = folder.resolve("loaded.log");
        Map<String, String> java = Map.of("JAVA_HOME", javaThatLogsTo(loaded).toString());

        checkout.start(folder, java, "version").end();
        assertThat(fromArchive(loaded))
                .as("the first command cannot use it yet")
                .isEmpty();
        Started.await("there is an archive", () -> !archives(checkout).isEmpty());
        Started.Ended second = checkout.start(folder, java, "version").end();

        assertThat(second.err()).isEmpty();
        assertThat(fromArchive(loaded))
                .anyMatch(line -> line.contains("derrick.ops.DerrickCli "))
                .anyMatch(line -> line.contains("derrick.ops.VersionCommand "));
    }

    /** A JDK like the one of this test, but it writes down which classes it loads from where. */
    private Path javaThatLogsTo(Path log) throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        Path logging = folder.resolve("jdk");
        new Tools(logging)
                .with("bin/java", "exec '%s/bin/java' '-Xlog:class+load:file=%s' \"$@\"%n".formatted(home, log));
        Files.copy(home.resolve("release"), logging.resolve("release"), StandardCopyOption.REPLACE_EXISTING);
        return logging;
    }

    private static List<String> fromArchive(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("derrick.ops."))
                    .filter(line -> line.contains("shared objects file"))
                    .toList();
        }
    }

    private static List<Path> archives(Checkout checkout) {
        try (Stream<Path> files = Files.list(checkout.root().resolve("target/launcher"))) {
            return files.filter(file -> file.toString().endsWith(".archive")).toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
