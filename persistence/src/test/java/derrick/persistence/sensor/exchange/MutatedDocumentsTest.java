package derrick.persistence.sensor.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorSamples;
import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.RowLog;
import derrick.domain.sensor.exchange.SensorReader;
import derrick.domain.sensor.exchange.table.TableOptions;
import derrick.domain.sensor.exchange.table.TableRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mutated document is read, or rejected with a documented exception. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class MutatedDocumentsTest {
    private static final int MUTANTS_OF_JSON = 4000;
    /** Fewer than of JSON, because detecting the layout of a table takes twenty times as long. */
    private static final int MUTANTS_OF_TABLES = 600;

    private static final RigId RIG = new RigId("F-9A");
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        ";",
        "\n",
        "\r\n",
        "\t",
        "'",
        "\\u0000",
        "\\ud800",
        "\\",
        "null",
        "NaN",
        "-999.25",
        "1e400",
        "1e-400",
        "-0",
        "wob",
        "\"wob\":1,",
        " [t]",
        "psi",
        "timestamp",
        "2026-03-01T12:00:00",
        "Z",
        "+99:99",
        "=1"
    };

    @ParameterizedTest
    @MethodSource("seeds")
    void aMutatedJsonDocumentIsReadOrRejected(long seed) {
        String lines = Documents.written(new NdjsonSensorWriter(), SensorSamples.random(seed, RIG, 3));
        String array = "[" + lines.strip().replace("\n", ",") + "]";

        mutate(MUTANTS_OF_JSON, seed, array, document -> rows(JsonSensorReader.ofJson(), document));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMutatedNdjsonDocumentIsReadOrRejected(long seed) {
        String lines = Documents.written(new NdjsonSensorWriter(), SensorSamples.random(seed, RIG, 3));

        mutate(MUTANTS_OF_JSON, seed, lines, document -> rows(JsonSensorReader.ofNdjson(), document));
    }

    private static DocumentRows rows(SensorReader reader, InputStream document) {
        return reader.rows(document, Optional.empty(), NullMarkers.USUAL);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMutatedTableIsReadOrRejected(long seed) {
        List<SensorRecord> records = SensorSamples.random(seed, RIG, 3);
        String table = Documents.written(new CsvSensorWriter(), records);

        mutate(MUTANTS_OF_TABLES, seed, table, document -> new CsvTableReader().open(document, TableOptions.NONE));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMutatedTableByDepthIsReadOrRejected(long seed) {
        String table = "Measured Depth m,Rate of Penetration m/h,WOB\nm,m/h,klbf\n100,10,1\n101,20,2\n103,40,-999.25\n";
        TableOptions options = TableOptions.NONE.withRig(RIG).withStart(SensorSamples.NOON);

        mutate(MUTANTS_OF_TABLES, seed, table, document -> new CsvTableReader().open(document, options));
    }

    private static LongStream seeds() {
        return SensorSamples.seeds();
    }

    /** Reads mutants, of which some must be read and some rejected. */
    private static void mutate(int mutants, long seed, String document, Function<InputStream, DocumentRows> reader) {
        Random random = new Random(seed);
        int refused = 0;
        int rows = 0;
        for (int i = 0; i < mutants; i++) {
            byte[] mutant = mutant(random, document.getBytes(StandardCharsets.UTF_8));
            RowLog log = new RowLog();
            try {
                reader.apply(new ByteArrayInputStream(mutant)).readAll(log);
            } catch (MalformedDocument | TableRefused documented) {
                assertThat(documented.getMessage()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
                refused++;
            }
            rows += log.rows().size() + log.rejects().size();
        }
        assertThat(refused).isBetween(1, mutants - 1);
        assertThat(rows).isPositive();
    }

    private static byte[] mutant(Random random, byte[] document) {
        byte[] mutant = document;
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(mutant.length + 1);
            int to = Math.min(mutant.length, from + random.nextInt(8));
            byte[] piece = piece(random, document);
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(mutant, 0, from);
            changed.writeBytes(piece);
            changed.write(mutant, to, mutant.length - to);
            mutant = changed.toByteArray();
        }
        return random.nextInt(20) == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length + 1)) : mutant;
    }

    /** Returns nothing, random bytes, a piece of syntax, or a part of the document. */
    private static byte[] piece(Random random, byte[] document) {
        return switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> {
                byte[] bytes = new byte[1 + random.nextInt(3)];
                random.nextBytes(bytes);
                yield bytes;
            }
            case 2 -> PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
            default -> {
                int from = random.nextInt(document.length);
                yield Arrays.copyOfRange(document, from, Math.min(document.length, from + random.nextInt(40)));
            }
        };
    }
}
