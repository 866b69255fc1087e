package derrick.domain.reconciliation;

import static derrick.domain.reconciliation.DvrRecordSamples.NOON;
import static derrick.domain.reconciliation.DvrRecordSamples.RAW;
import static derrick.domain.reconciliation.DvrRecordSamples.RECONCILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.document.JsonValue;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.field.InvalidField;
import derrick.domain.rig.RigId;
import derrick.domain.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DvrHistoryTest {
    private static final Optional<RigId> RIG = Optional.of(new RigId("F-9A"));
    private static final Optional<String> SOURCE = Optional.of("wits");

    private final DvrRecords records = new InMemoryDvrRecords();
    private final SettableClock clock = new SettableClock(NOON.plusNanos(1));
    private final DvrHistory history = new DvrHistory(records, clock);

    @Test
    void aValidRecordIsProcessed() {
        DvrVerdict verdict = DvrVerdict.valid(RECONCILED).withAnomaly(JsonValue.of("spike"));

        DvrRecord record = history.recordVerdict(RIG, RAW, verdict, SOURCE);

        assertThat(record)
                .isEqualTo(new DvrRecord(
                        record.id(),
                        RIG,
                        RAW,
                        new DvrVerdict(
                                true,
                                Optional.empty(),
                                Optional.of(RECONCILED),
                                true,
                                Optional.of(JsonValue.of("spike"))),
                        SOURCE,
                        DvrStatus.PROCESSED,
                        Optional.empty(),
                        NOON,
                        NOON));
        assertThat(records.find(record.id())).contains(record);
    }

    @Test
    void anInvalidRecordHasAReason() {
        DvrRecord record = history.recordVerdict(RIG, RAW, DvrVerdict.invalid("wob is a null sentinel"), SOURCE);

        assertThat(record.status()).isEqualTo(DvrStatus.INVALID);
        assertThat(record.verdict())
                .isEqualTo(new DvrVerdict(
                        false, Optional.of("wob is a null sentinel"), Optional.empty(), false, Optional.empty()));
        assertThatThrownBy(() -> DvrVerdict.invalid(""))
                .isInstanceOf(InvalidField.class)
                .hasMessage("reason must be 1 to 1000000 characters");
    }

    @Test
    void aRecordThatCannotBeValidatedIsAnError() {
        DvrRecord record =
                history.recordError(Optional.empty(), JsonValue.of("{\"rig\": "), "is not valid JSON", SOURCE);

        assertThat(record.status()).isEqualTo(DvrStatus.ERROR);
        assertThat(record.rig()).isEmpty();
        assertThat(record.verdict()).isEqualTo(DvrVerdict.invalid("is not valid JSON"));
        assertThat(records.find(record.id())).contains(record);
    }

    @Test
    void aRecordOfAnyStatusCanBeAcknowledged() {
        for (DvrRecord record : new DvrRecord[] {
            history.recordVerdict(RIG, RAW, DvrVerdict.valid(RECONCILED), SOURCE),
            history.recordVerdict(RIG, RAW, DvrVerdict.invalid("no"), SOURCE),
            history.recordError(RIG, RAW, "no", SOURCE)
        }) {
            clock.advance(Duration.ofSeconds(1));

            history.acknowledge(record.id(), Optional.of("seen"));

            DvrRecord now = records.find(record.id()).orElseThrow();
            assertThat(now.status()).isEqualTo(DvrStatus.ACKNOWLEDGED);
            assertThat(now.notes()).contains("seen");
            assertThat(now.updatedAt()).isAfter(now.createdAt());
            assertThat(now)
                    .usingRecursiveComparison()
                    .ignoringFields("status", "notes", "updatedAt")
                    .isEqualTo(record);
        }
    }

    @Test
    void aRecordIsAcknowledgedOnce() {
        DvrRecordId id = history.recordError(RIG, RAW, "no", SOURCE).id();
        history.acknowledge(id, Optional.of("seen"));

        assertThatThrownBy(() -> history.acknowledge(id, Optional.of("seen, too")))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("DVR record %s is acknowledged and cannot become acknowledged", id);
        assertThat(records.find(id).orElseThrow().notes()).contains("seen");
    }

    @Test
    void notesAreAppended() {
        DvrRecordId id = history.recordError(RIG, RAW, "no", SOURCE).id();

        history.addNote(id, "first");
        history.addNote(id, "second");
        history.acknowledge(id, Optional.empty());
        history.addNote(id, "third");

        assertThat(records.find(id).orElseThrow().notes()).contains("first\nsecond\nthird");
        assertThat(records.find(id).orElseThrow().status()).isEqualTo(DvrStatus.ACKNOWLEDGED);
        assertThatThrownBy(() -> history.addNote(id, "")).hasMessage("notes must be 1 to 1000000 characters");
    }

    @Test
    void concurrentNotesAreAllStored() throws Exception {
        DvrRecordId id = history.recordError(RIG, RAW, "no", SOURCE).id();
        int callers = 8;
        CyclicBarrier start = new CyclicBarrier(callers);
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        List<Callable<DvrRecord>> notes = IntStream.range(0, callers)
                .<Callable<DvrRecord>>mapToObj(caller -> () -> {
                    start.await();
                    return history.addNote(id, "note " + caller);
                })
                .toList();

        assertThat(pool.invokeAll(notes, 60, TimeUnit.SECONDS)).noneMatch(Future::isCancelled);
        pool.shutdown();

        assertThat(records.find(id).orElseThrow().notes().orElseThrow().lines())
                .hasSize(callers)
                .doesNotHaveDuplicates();
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThatThrownBy(() -> history.addNote(new DvrRecordId(404), "nothing"))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no DVR record 404");
    }

    @Test
    void invalidValuesAreReportedWithTheirField() {
        DvrVerdict verdict = DvrVerdict.valid(RECONCILED);
        assertThatThrownBy(() -> history.recordVerdict(RIG, RAW, verdict, Optional.of("s".repeat(51))))
                .hasMessage("source must be at most 50 characters");
        assertThatThrownBy(() -> history.recordError(RIG, RAW, "\0", SOURCE))
                .hasMessageStartingWith("reason must not contain");
        assertThatThrownBy(() -> DvrRecordSamples.processed(new DvrRecordId(1), RIG.orElseThrow(), NOON.plusNanos(1)))
                .hasMessage("created_at must not be finer than a microsecond");
        assertThatThrownBy(() -> new DvrRecordId(0)).hasMessage("id must be 1 or more");
    }
}
