package derrick.domain.sensor;

import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.DocumentRows.RowHandler;
import derrick.domain.sensor.exchange.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes in what rigs report: whatever a document holds is kept once, and every row of it is accounted for. */
public final class SensorIngest {
    private final SensorRecords records;

    public SensorIngest(SensorRecords records) {
        this.records = records;
    }

    /**
     * Keeps every record that the rows yield.
     *
     * @param recordsPerCommit how many records one commit takes at most; what was committed stays, even if a later row
     *     turns out to be unreadable
     * @return what became of the rows; it adds up to all that were received
     */
    public IngestCounts ingest(DocumentRows rows, int recordsPerCommit, IngestListener listener) {
        return run(rows, recordsPerCommit, listener, records::store);
    }

    /** Returns the counts that {@link #ingest} would return, and stores nothing. */
    public IngestCounts dryRun(DocumentRows rows, int recordsPerCommit, IngestListener listener) {
        return run(rows, recordsPerCommit, listener, records::preview);
    }

    private static IngestCounts run(
            DocumentRows rows,
            int recordsPerCommit,
            IngestListener listener,
            Function<List<SensorRecord>, List<IngestOutcome>> commit) {
        Run run = new Run(recordsPerCommit, listener, commit);
        rows.readAll(run);
        run.commitBatch();
        return run.counts;
    }

    private static final class Run implements RowHandler {
        private final int recordsPerCommit;
        private final IngestListener listener;
        private final Function<List<SensorRecord>, List<IngestOutcome>> commit;
        private final List<SensorRecord> batch = new ArrayList<>();
        private final List<Long> rowNumbers = new ArrayList<>();
        private IngestCounts counts = IngestCounts.NONE;

        Run(int recordsPerCommit, IngestListener listener, Function<List<SensorRecord>, List<IngestOutcome>> commit) {
            this.recordsPerCommit = recordsPerCommit;
            this.listener = listener;
            this.commit = commit;
        }

        @Override
        public void accepted(long row, SensorRecord record) {
            batch.add(record);
            rowNumbers.add(row);
            if (batch.size() == recordsPerCommit) {
                commitBatch();
            }
        }

        @Override
        public void rejected(Reject reject) {
            counts = counts.plusRejected();
            listener.rejected(reject);
        }

        void commitBatch() {
            if (batch.isEmpty()) {
                return;
            }
            List<IngestOutcome> outcomes = commit.apply(batch);
            for (int i = 0; i < outcomes.size(); i++) {
                counts = counts.plus(outcomes.get(i));
                if (outcomes.get(i) == IngestOutcome.CONFLICT) {
                    listener.conflicted(rowNumbers.get(i), batch.get(i));
                }
            }
            batch.clear();
            rowNumbers.clear();
            listener.committed(counts);
        }
    }
}
