package derrick.persistence.sensor;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.IngestOutcome;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.SensorSamples;
import derrick.migrations.postgres.Database;
import derrick.migrations.postgres.DatabaseChoice;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import derrick.persistence.store.BinaryCopy;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * How fast records are stored, side by side with the fastest way that PostgreSQL has: the same rows, made ready
 * beforehand, by binary COPY into the same table, on one connection, 5000 a commit, everything on disk. Prints medians
 * of interleaved runs; on another machine only their ratios mean anything. To run it, in the top folder:
 *
 * <pre>
 * mvn -q -B test-compile dependency:build-classpath -pl persistence -am -Dmdep.outputFile=target/class-path &amp;&amp;
 *   java -cp persistence/target/test-classes:persistence/target/classes:$(cat persistence/target/class-path)
 *     derrick.persistence.sensor.SensorStoreBenchmark
 * </pre>
 */
public final class SensorStoreBenchmark {
    private static final String COPY =
            "COPY sensor_data (%s) FROM STDIN (FORMAT binary)".formatted(String.join(", ", SensorRecordRow.COLUMNS));
    private static final int RUNS = 5;
    private static final int RIGS = 10;
    private static final int CHANNELS = 14;
    private static final int ROWS_PER_BATCH = 5000;
    private static final int BATCHES = 40;

    private SensorStoreBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path dataDir = Files.createTempDirectory("derrick-benchmark-");
        try {
            measure(dataDir);
        } finally {
            try (Stream<Path> files = Files.walk(dataDir)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void measure(Path dataDir) {
        try (Database database =
                Database.open(new DatabaseChoice.Embedded(dataDir), line -> System.out.println(line))) {
            new SchemaMigration(database.dataSource(), Revisions.packaged()).upgrade("head", MigrationListener.NONE);
            measure(Jdbi.create(new PooledConnections(database.dataSource())));
        }
    }

    private static void measure(Jdbi jdbi) {
        SensorRecords records = new JdbiSensorRecords(new Store(jdbi));
        List<List<SensorRecord>> batches = batches();
        List<BinaryCopy> ready =
                batches.stream().map(SensorStoreBenchmark::rows).toList();
        List<Double> copied = new ArrayList<>();
        List<Double> stored = new ArrayList<>();
        List<Double> repeated = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            jdbi.useHandle(handle -> handle.execute("TRUNCATE sensor_data"));
            copied.add(rowsPerSecond(ready, rows -> copy(jdbi, rows)));
            jdbi.useHandle(handle -> handle.execute("TRUNCATE sensor_data"));
            stored.add(rowsPerSecond(batches, batch -> expect(IngestOutcome.STORED, records.store(batch))));
            repeated.add(rowsPerSecond(batches, batch -> expect(IngestOutcome.DUPLICATE, records.store(batch))));
        }
        double copyMedian = median(copied);
        System.out.printf("binary COPY   %,9.0f rows/s%n", copyMedian);
        System.out.printf("store         %,9.0f rows/s, %.2f of COPY%n", median(stored), median(stored) / copyMedian);
        System.out.printf(
                "store again   %,9.0f rows/s, %.2f of store%n", median(repeated), median(repeated) / median(stored));
    }

    private static BinaryCopy rows(List<SensorRecord> batch) {
        BinaryCopy rows = new BinaryCopy();
        batch.stream()
                .sorted(Comparator.comparing(SensorRecord::time)
                        .thenComparing(record -> record.rig().value()))
                .forEach(record -> SensorRecordRow.write(record, rows));
        return rows;
    }

    private static void copy(Jdbi jdbi, BinaryCopy rows) {
        try {
            jdbi.useTransaction(handle -> rows.send(handle, COPY));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void expect(IngestOutcome outcome, List<IngestOutcome> outcomes) {
        if (!outcomes.stream().allMatch(outcome::equals)) {
            throw new IllegalStateException("not all are " + outcome);
        }
    }

    private static <T> double rowsPerSecond(List<T> batches, Consumer<T> work) {
        long start = System.nanoTime();
        batches.forEach(work);
        return 1e9 * BATCHES * ROWS_PER_BATCH / (System.nanoTime() - start);
    }

    /** Returns the median without the first run, which warms up. */
    private static double median(List<Double> runs) {
        return runs.stream().skip(1).sorted().skip(RUNS / 2).findFirst().orElseThrow();
    }

    /** Returns batches of ten rigs with one record a second each. */
    private static List<List<SensorRecord>> batches() {
        Random random = new Random(1);
        return IntStream.range(0, BATCHES)
                .mapToObj(batch -> IntStream.range(0, ROWS_PER_BATCH)
                        .mapToObj(row -> record(random, (batch * ROWS_PER_BATCH + row) / RIGS, row % RIGS))
                        .toList())
                .toList();
    }

    private static SensorRecord record(Random random, int second, int rig) {
        Readings.Builder readings = new Readings.Builder();
        Channel.ALL.subList(0, CHANNELS).forEach(channel -> readings.set(channel, random.nextDouble()));
        return SensorRecord.measured(new RigId("rig-" + rig), SensorSamples.NOON.plusSeconds(second), readings.build());
    }
}
