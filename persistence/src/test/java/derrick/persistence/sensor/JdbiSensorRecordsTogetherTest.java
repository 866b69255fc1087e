package derrick.persistence.sensor;

import static derrick.domain.sensor.SensorSamples.NOON;
import static derrick.domain.sensor.SensorSamples.depth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.IngestOutcome;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.SensorSamples;
import derrick.domain.sensor.TimeRange;
import derrick.domain.store.StoreUnavailable;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.BinaryCopy;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Stores records with many concurrent writers and with interrupted ones. */
class JdbiSensorRecordsTogetherTest {
    private static final int WRITERS = 16;
    private static final int ROUNDS = 8;
    private static final int SECONDS_PER_ROUND = 200;
    private static final long DEADLINE_SECONDS = 120;
    private static final String COPY =
            "COPY sensor_data (%s) FROM STDIN (FORMAT binary)".formatted(String.join(", ", SensorRecordRow.COLUMNS));

    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private final ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    private final Jdbi jdbi = Jdbi.create(new PooledConnections(database.dataSource()));
    private final SensorRecords records = new JdbiSensorRecords(new Store(jdbi));

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void eachRecordOfManyWritersIsStoredOnce() throws Exception {
        List<RigId> rigs = Stream.generate(SensorSamples::freshRig).limit(3).toList();
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        List<Future<List<Answer>>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> pool.submit(() -> storeOverlapping(rigs, start, new Random(writer))))
                .toList();

        List<Answer> answers = new ArrayList<>();
        for (Future<List<Answer>> writer : writers) {
            answers.addAll(writer.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
        }

        assertThat(answers).hasSize(WRITERS * ROUNDS * rigs.size() * SECONDS_PER_ROUND / 2);
        assertThat(answers).extracting(Answer::outcome).doesNotContain(IngestOutcome.CONFLICT);
        List<SensorRecord> kept =
                rigs.stream().flatMap(rig -> all(rig).stream()).toList();
        // Sorted lists and sets: AssertJ compares collections of any order in quadratic time.
        assertThat(sorted(answers.stream()
                        .filter(answer -> answer.outcome() == IngestOutcome.STORED)
                        .map(Answer::record)))
                .isEqualTo(sorted(kept.stream()));
        assertThat(answers.stream().map(Answer::record).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(kept));
        assertThat(deadlocks()).isZero();
    }

    private static List<SensorRecord> sorted(Stream<SensorRecord> records) {
        return records.sorted(Comparator.comparing(
                                (SensorRecord record) -> record.rig().value())
                        .thenComparing(SensorRecord::time))
                .toList();
    }

    /** Returns the number of deadlocks. There are none, because all writers use one order. */
    private long deadlocks() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()
                        """).mapTo(Long.class).one());
    }

    /** Stores, in each round with all other writers, a random half of the records of some seconds. */
    private List<Answer> storeOverlapping(List<RigId> rigs, CyclicBarrier start, Random random) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<SensorRecord> all = new ArrayList<>();
            for (RigId rig : rigs) {
                all.addAll(SensorSamples.deepeningRecords(rig, ROUNDS * SECONDS_PER_ROUND)
                        .subList(round * SECONDS_PER_ROUND, (round + 1) * SECONDS_PER_ROUND));
            }
            Collections.shuffle(all, random);
            start.await();
            List<SensorRecord> half = all.subList(0, all.size() / 2);
            List<IngestOutcome> outcomes = records.store(half);
            IntStream.range(0, half.size()).forEach(i -> answers.add(new Answer(half.get(i), outcomes.get(i))));
        }
        return answers;
    }

    private record Answer(SensorRecord record, IngestOutcome outcome) {}

    @Test
    void theFirstToCommitOfTwoConflictingWritersIsStored() throws Exception {
        RigId rig = SensorSamples.freshRig();
        SensorRecord stands = depth(rig, NOON, 1);
        SensorRecord contested = depth(rig, NOON.plusSeconds(1), 1);
        records.store(List.of(stands));
        Future<List<IngestOutcome>> second;
        try (Handle first = jdbi.open()) {
            first.begin();
            copy(contested, first);
            second = pool.submit(() -> records.store(
                    List.of(stands, depth(rig, contested.time(), 2), depth(rig, NOON.plusSeconds(2), 1))));
            awaitBlockedWriter();
            first.commit();
        }

        assertThat(second.get(DEADLINE_SECONDS, TimeUnit.SECONDS))
                .containsExactly(IngestOutcome.DUPLICATE, IngestOutcome.CONFLICT, IngestOutcome.STORED);
        assertThat(all(rig)).containsExactly(stands, contested, depth(rig, NOON.plusSeconds(2), 1));
    }

    private static void copy(SensorRecord record, Handle handle) throws SQLException {
        BinaryCopy rows = new BinaryCopy();
        SensorRecordRow.write(record, rows);
        rows.send(handle, COPY);
    }

    @Test
    void anInterruptedBatchStoresNothing() throws Exception {
        RigId rig = SensorSamples.freshRig();
        List<SensorRecord> batch = SensorSamples.deepeningRecords(rig, 5000);
        try (Handle other = jdbi.open()) {
            other.begin();
            copy(depth(rig, batch.get(4000).time(), -1), other);
            Future<List<IngestOutcome>> writer = pool.submit(() -> records.store(batch));
            terminate(awaitBlockedWriter());

            assertThatThrownBy(() -> writer.get(DEADLINE_SECONDS, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StoreUnavailable.class);
            other.rollback();
        }

        assertThat(all(rig)).isEmpty();
        assertThat(records.store(batch)).containsOnly(IngestOutcome.STORED);
        assertThat(all(rig)).isEqualTo(batch);
    }

    /** Returns the process number of a writer that is blocked by another. */
    private int awaitBlockedWriter() throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(DEADLINE_SECONDS).toNanos();
        while (System.nanoTime() < deadline) {
            List<Integer> waiting = jdbi.withHandle(
                    handle -> handle.createQuery("""
                            SELECT pid
                            FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock'
                            """).mapTo(Integer.class).list());
            if (!waiting.isEmpty()) {
                return waiting.get(0);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new AssertionError("no writer came to wait");
    }

    private void terminate(int process) {
        jdbi.useHandle(handle -> handle.execute("SELECT pg_terminate_backend(?)", process));
    }

    private List<SensorRecord> all(RigId rig) {
        return records.list(TimeRange.whole(rig), Integer.MAX_VALUE);
    }
}
