package derrick.ops.sensor;

import derrick.domain.sensor.IngestCounts;
import derrick.domain.sensor.IngestListener;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.Reject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Collects the rows that an import does not store, and the reasons. */
final class RejectSummary implements IngestListener {
    /** The most rejects in the JSON report, as in the HTTP response; the file lists them all. */
    private static final int LISTED_MAX = 1000;

    /** The most reasons that are counted separately, since a reason may quote its row. */
    private static final int REASONS_MAX = 20;

    private final Optional<RejectsFile> file;
    private final LongConsumer rowsDone;
    private final List<Reject> listed = new ArrayList<>();
    private final Map<String, Long> rowsByReason = new LinkedHashMap<>();
    private long rowsWithoutValue;
    private volatile IngestCounts committed = IngestCounts.NONE;

    RejectSummary(Optional<RejectsFile> file, LongConsumer rowsDone) {
        this.file = file;
        this.rowsDone = rowsDone;
    }

    @Override
    public void rejected(Reject reject) {
        if (reject.lacksValues()) {
            rowsWithoutValue++;
        }
        if (listed.size() < LISTED_MAX) {
            listed.add(reject);
        }
        count(reject);
    }

    @Override
    public void conflicted(long row, SensorRecord record) {
        count(new Reject(row, FieldName.TIME, "another record of this rig and time is stored"));
    }

    @Override
    public void committed(IngestCounts soFar) {
        committed = soFar;
        rowsDone.accept(soFar.received());
    }

    private void count(Reject reject) {
        file.ifPresent(rejects -> rejects.add(reject));
        String reason = "%s: %s".formatted(reject.field(), reject.reason());
        if (rowsByReason.size() < REASONS_MAX || rowsByReason.containsKey(reason)) {
            rowsByReason.merge(reason, 1L, Long::sum);
        } else {
            rowsByReason.merge("for other reasons", 1L, Long::sum);
        }
    }

    /** Returns the counts of the commits so far. */
    IngestCounts committed() {
        return committed;
    }

    /** Returns the first rejects. */
    List<Reject> listed() {
        return List.copyOf(listed);
    }

    /** Returns the number of rows that were not stored, by reason. */
    Map<String, Long> rowsByReason() {
        return Map.copyOf(rowsByReason);
    }

    /**
     * Whether there are conflicts or rejects. Rows without any value do not count, since loggers write many of them.
     */
    boolean needsAttention(IngestCounts counts) {
        return counts.conflicts() > 0 || counts.rejected() > rowsWithoutValue;
    }
}
