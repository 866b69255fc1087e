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

/** Writes down what became of records, and what people did about it. */
public final class DvrHistory {
    private final DvrRecords records;
    private final Clock clock;

    public DvrHistory(DvrRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** A record was looked at: it is processed where the verdict is valid, invalid where it is not. */
    public DvrRecord judged(Optional<RigId> rig, JsonValue raw, DvrVerdict verdict, Optional<String> source) {
        return add(rig, raw, verdict, source, verdict.valid() ? DvrStatus.PROCESSED : DvrStatus.INVALID);
    }

    /** A record could not be looked at, for this reason. */
    public DvrRecord broken(Optional<RigId> rig, JsonValue raw, String reason, Optional<String> source) {
        return add(rig, raw, DvrVerdict.invalid(reason), source, DvrStatus.ERROR);
    }

    /**
     * Somebody has seen to a record, and may have something to remark.
     *
     * @throws NotFound if there is no such record
     * @throws IllegalTransition if it is acknowledged, or was changed concurrently
     */
    public DvrRecord acknowledge(DvrRecordId id, Optional<String> remark) {
        Instant now = Microseconds.now(clock);
        return move(id, record -> record.acknowledge(remark, now));
    }

    /**
     * Somebody has something to remark.
     *
     * @throws NotFound if there is no such record
     */
    public DvrRecord note(DvrRecordId id, String remark) {
        Instant now = Microseconds.now(clock);
        return move(id, record -> record.note(remark, now));
    }

    private DvrRecord add(
            Optional<RigId> rig, JsonValue raw, DvrVerdict verdict, Optional<String> source, DvrStatus status) {
        Instant now = Microseconds.now(clock);
        DvrRecord record =
                new DvrRecord(records.nextId(), rig, raw, verdict, source, status, Optional.empty(), now, now);
        records.add(record);
        return record;
    }

    /** Tries until nobody came between: remarks of several people are all stored, and of their steps one is taken. */
    private DvrRecord move(DvrRecordId id, UnaryOperator<DvrRecord> step) {
        while (true) {
            DvrRecord before = records.find(id).orElseThrow(() -> new NotFound("DVR record", id));
            DvrRecord after = step.apply(before);
            if (records.replace(before, after)) {
                return after;
            }
        }
    }
}
