package derrick.domain.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.SensorIngest.IngestResult;
import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.store.DirectTransactions;
import derrick.domain.store.Transactions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class SensorIngestTest {
    private static final RigId RIG = new RigId("F-9A");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final InMemorySensorRecords records = new InMemorySensorRecords();
    private final SensorIngest ingest = new SensorIngest(records, new DirectTransactions());
    private final Log log = new Log();

    @Test
    void everyRowIsCounted() {
        DocumentRows rows = consumer -> {
            consumer.accepted(1, record(0, 10));
            consumer.rejected(new Reject(2, "timestamp", "is missing"));
            consumer.accepted(3, record(0, 10));
            consumer.accepted(4, record(0, 11));
            consumer.accepted(5, record(1, 12));
        };

        IngestCounts counts = ingest.ingest(rows, 100, log);

        assertThat(counts).isEqualTo(new IngestCounts(2, 1, 1, 1));
        assertThat(counts.received()).isEqualTo(5);
        assertThat(log.rejects).containsExactly(new Reject(2, "timestamp", "is missing"));
        assertThat(log.conflicts).containsExactly(4L);
    }

    @Test
    void aConflictDoesNotChangeTheStoredRecord() {
        ingest.ingest(consumer -> consumer.accepted(1, record(0, 10)), 100, log);

        ingest.ingest(consumer -> consumer.accepted(1, record(0, 11)), 100, log);

        assertThat(records.list(TimeRange.whole(RIG), 10)).containsExactly(record(0, 10));
    }

    @Test
    void aSecondIngestStoresNothing() {
        DocumentRows rows = minutes(7);
        ingest.ingest(rows, 3, log);

        assertThat(ingest.ingest(rows, 3, log)).isEqualTo(new IngestCounts(0, 7, 0, 0));
    }

    @Test
    void commitsBeforeAFailureRemain() {
        DocumentRows malformed = consumer -> {
            minutes(7).readAll(consumer);
            throw new MalformedDocument(8, "", "ends early");
        };

        assertThatThrownBy(() -> ingest.ingest(malformed, 3, log)).isInstanceOf(MalformedDocument.class);
        assertThat(records.list(TimeRange.whole(RIG), 100)).hasSize(6);
        assertThat(log.committed).containsExactly(3L, 6L);
    }

    @Test
    void aDryRunReturnsTheSameCountsAndStoresNothing() {
        ingest.ingest(minutes(2), 100, log);

        assertThat(ingest.dryRun(minutes(5), 100, log)).isEqualTo(new IngestCounts(3, 2, 0, 0));
        assertThat(records.list(TimeRange.whole(RIG), 100)).hasSize(2);
    }

    @Test
    void aDocumentListsItsFirstRejectsAndCountsAll() {
        IngestResult result = ingest.ingestDocument(SensorIngestTest::rejectsAndRecord, document(3), 2);

        assertThat(result.counts()).isEqualTo(new IngestCounts(1, 0, 0, 3));
        assertThat(result.rejects())
                .containsExactly(new Reject(1, "timestamp", "is missing"), new Reject(2, "timestamp", "is missing"));
    }

    @Test
    void aDocumentIsReadAgainIfItsTransactionRunsAgain() {
        Transactions twice = new Transactions() {
            @Override
            public <T> T inTransaction(Supplier<T> work) {
                T rolledBack = work.get();
                assertThat(rolledBack).isNotNull();
                return work.get();
            }
        };

        IngestResult result =
                new SensorIngest(records, twice).ingestDocument(SensorIngestTest::rejectsAndRecord, document(3), 100);

        assertThat(result.counts()).isEqualTo(new IngestCounts(0, 1, 0, 3));
        assertThat(result.rejects()).hasSize(3);
    }

    private static InputStream document(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }

    /** A reader that rejects a row for each byte, and then finds one record. */
    private static DocumentRows rejectsAndRecord(InputStream document, Optional<RigId> rig, NullMarkers nulls) {
        return handler -> {
            try {
                long row = 0;
                while (document.read() >= 0) {
                    handler.rejected(new Reject(++row, "timestamp", "is missing"));
                }
                handler.accepted(row + 1, record(0, 10));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }

    private static DocumentRows minutes(int count) {
        return consumer -> {
            for (int minute = 0; minute < count; minute++) {
                consumer.accepted(minute + 1, record(minute, minute));
            }
        };
    }

    private static SensorRecord record(int minute, double wob) {
        return SensorRecord.measured(RIG, NOON.plusSeconds(60L * minute), Readings.of(Map.of(Channel.WOB, wob)));
    }

    private static final class Log implements IngestListener {
        private final List<Reject> rejects = new ArrayList<>();
        private final List<Long> conflicts = new ArrayList<>();
        private final List<Long> committed = new ArrayList<>();

        @Override
        public void rejected(Reject reject) {
            rejects.add(reject);
        }

        @Override
        public void conflicted(long row, SensorRecord record) {
            conflicts.add(row);
        }

        @Override
        public void committed(IngestCounts soFar) {
            committed.add(soFar.received());
        }
    }
}
