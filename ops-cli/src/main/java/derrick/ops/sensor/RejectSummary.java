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

/** What is to be said of an import's rows beside their numbers: which were not kept, and why. */
final class RejectSummary implements IngestListener {
    /** As many rejects as the HTTP endpoint lists; the file lists them all. */
    private static final int MOST_LISTED = 1000;

    /** Reasons may quote the row, so that their number has no bound of its own. */
    private static final int MOST_REASONS = 20;

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
        if (listed.size() < MOST_LISTED) {
            listed.add(reject);
        }
        note(reject);
    }

    @Override
    public void conflicted(long row, SensorRecord record) {
        note(new Reject(row, FieldName.TIME, "another record of this rig and time is kept"));
    }

    @Override
    public void committed(IngestCounts soFar) {
        committed = soFar;
        rowsDone.accept(soFar.received());
    }

    private void note(Reject reject) {
        file.ifPresent(kept -> kept.add(reject));
        String reason = "%s: %s".formatted(reject.field(), reject.reason());
        if (rowsByReason.size() < MOST_REASONS || rowsByReason.containsKey(reason)) {
            rowsByReason.merge(reason, 1L, Long::sum);
        } else {
            rowsByReason.merge("for other reasons", 1L, Long::sum);
        }
    }

    /** What is on disk so far. */
    IngestCounts committed() {
        return committed;
    }

    /** The first of the rows that gave no record. */
    List<Reject> listed() {
        return List.copyOf(listed);
    }

    /** How many rows were not kept for each reason. */
    Map<String, Long> rowsByReason() {
        return Map.copyOf(rowsByReason);
    }

    /** Whether somebody should look: a logger writes rows without a value all the time, and they are no news. */
    boolean needALook(IngestCounts counts) {
        return counts.conflicts() > 0 || counts.rejected() > rowsWithoutValue;
    }
}
