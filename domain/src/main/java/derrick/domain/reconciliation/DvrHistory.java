package derrick.domain.reconciliation;

import derrick.domain.document.JsonValue;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.rig.RigId;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Stores the results of data validation and reconciliation, and what people note about them. */
public final class DvrHistory {
    private final DvrRecords records;
    private final Clock clock;

    public DvrHistory(DvrRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Stores a verdict: with status processed if it is valid, otherwise with status invalid. */
    public DvrRecord recordVerdict(Optional<RigId> rig, JsonValue raw, DvrVerdict verdict, Optional<String> source) {
        return add(rig, raw, verdict, source, verdict.valid() ? DvrStatus.PROCESSED : DvrStatus.INVALID);
    }

    /** Stores a record that could not be validated, with the reason. */
    public DvrRecord recordError(Optional<RigId> rig, JsonValue raw, String reason, Optional<String> source) {
        return add(rig, raw, DvrVerdict.invalid(reason), source, DvrStatus.ERROR);
    }

    /**
     * Acknowledges a record, with an optional note.
     *
     * @throws NotFound if there is no such record
     * @throws IllegalTransition if it is acknowledged, or was changed concurrently
     */
    public DvrRecord acknowledge(DvrRecordId id, Optional<String> note) {
        Instant now = Microseconds.now(clock);
        return change(id, record -> record.acknowledge(note, now));
    }

    /**
     * Adds a note to a record.
     *
     * @throws NotFound if there is no such record
     */
    public DvrRecord addNote(DvrRecordId id, String note) {
        Instant now = Microseconds.now(clock);
        return change(id, record -> record.addNote(note, now));
    }

    private DvrRecord add(
            Optional<RigId> rig, JsonValue raw, DvrVerdict verdict, Optional<String> source, DvrStatus status) {
        Instant now = Microseconds.now(clock);
        DvrRecord record =
                new DvrRecord(records.nextId(), rig, raw, verdict, source, status, Optional.empty(), now, now);
        records.add(record);
        return record;
    }

    /** Repeats the change if the record was changed concurrently, so that no note is lost. */
    private DvrRecord change(DvrRecordId id, UnaryOperator<DvrRecord> step) {
        while (true) {
            DvrRecord before = records.find(id).orElseThrow(() -> new NotFound("DVR record", id));
            DvrRecord after = step.apply(before);
            if (records.replace(before, after)) {
                return after;
            }
        }
    }
}
