package derrick.migrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessRefTest {
    @Test
    void thisProcessRuns() {
        assertThat(ProcessRef.find(ProcessHandle.current().pid())).isPresent();
    }

    @Test
    void aZombieProcessDoesNotRun() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "needs /proc");
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.3 & echo $!; exec sleep 60").start();
        try (BufferedReader said = parent.inputReader()) {
            long ended = Long.parseLong(String.valueOf(said.readLine()));
            Deadline.await(() -> ProcessRef.find(ended).isEmpty());
            assertThat(ProcessHandle.of(ended)).as("the system still lists it").isPresent();
        } finally {
            parent.destroyForcibly();
        }
    }
}
