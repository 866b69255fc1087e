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

class KilledServerIT {
    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final Checkout checkout = Checkout.own();

    @Test
    void noCommittedRecordIsLostWhenTheServerIsKilled() throws Exception {
        Path dataDir = folder.resolve("data");
        String table = "timestamp,wob [t]\n"
                + IntStream.range(0, 7_000)
                        .mapToObj(second -> FIRST.plusSeconds(second) + ",12\n")
                        .collect(Collectors.joining());
        Served served = Served.start(checkout, folder, dataDir);
        assertThat(served.post("{\"rig_id\":\"G-1\",\"timestamp\":\"2026-03-01T12:00:00Z\",\"wob\":7.5}"))
                .contains("\"stored\":1");
        Started importing = derrick("import", "-", "--rig", "F-9A");
        Writer pipe = importing.process().outputWriter(StandardCharsets.UTF_8);
        pipe.write(table);
        pipe.flush();
        Started.await("a transaction is committed", () -> records() == 5_000);

        served.started().process().destroyForcibly().waitFor();
        importing.process().destroyForcibly().waitFor();
        Served again = Served.start(checkout, folder, dataDir);

        assertThat(again.get("/api/v1/sensor-data/latest")).contains("G-1", "7.5", "F-9A");
        assertThat(records()).isEqualTo(5_000);
        Path file = Files.writeString(folder.resolve("whole.csv"), table);
        assertThat(derrick("import", file.toString(), "--rig", "F-9A", "--json")
                        .end()
                        .out())
                .startsWith("{\"received\":7000,\"stored\":2000,\"duplicates\":5000,");
        again.stop();
        assertThat(dataDir.resolve("derrick.json"))
                .as("a clean stop removes it")
                .doesNotExist();
    }

    private long records() {
        try {
            String exported = derrick("export", "--rig", "F-9A", "--format", "ndjson")
                    .end()
                    .out();
            return exported.lines().count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Started derrick(String... words) throws IOException {
        return checkout.start(
                folder, Map.of("DERRICK_DATA_DIR", folder.resolve("data").toString()), words);
    }
}
