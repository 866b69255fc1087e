package derrick.domain.sensor;

import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.DocumentRows.RowHandler;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.SensorReader;
import derrick.domain.store.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Stores the records of a document, each once, and counts every row. */
public final class SensorIngest {
    private static final int RECORDS_PER_BATCH = 5_000;

    private final SensorRecords records;
    private final Transactions transactions;

    public SensorIngest(SensorRecords records, Transactions transactions) {
        this.records = records;
        this.transactions = transactions;
    }

    /**
     * Stores all records of a document in one transaction, or none if the document is malformed. Each row must name its
     * rig.
     *
     * @param document a stream that can be reset to its beginning, because the transaction may run again
     * @param maxRejects the number of rejects that the result lists
     * @throws derrick.domain.sensor.exchange.MalformedDocument if the document cannot be read
     */
    public IngestResult ingestDocument(SensorReader reader, InputStream document, int maxRejects) {
        return transactions.inTransaction(() -> {
            reset(document);
            FirstRejects rejects = new FirstRejects(maxRejects, new ArrayList<>());
            DocumentRows rows = reader.rows(document, Optional.empty(), NullMarkers.USUAL);
            // Batches limit the number of records in memory.
            IngestCounts counts = ingest(rows, RECORDS_PER_BATCH, rejects);
            return new IngestResult(counts, rejects.list, rows.gaps(), rows.suspects());
        });
    }

    private static void reset(InputStream document) {
        try {
            document.reset();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Stores the valid records of rows.
     *
     * @param recordsPerCommit the largest number of records in a commit; commits remain if a later row is unreadable
     * @return the counts, whose sum is the number of rows
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

    /**
     * The result of storing a document.
     *
     * @param rejects the first rejects
     * @param gaps the number of values read as gaps, by the text in their place
     * @param suspects the number of stored values that may mean "no value", by number and field
     */
    public record IngestResult(
            IngestCounts counts, List<Reject> rejects, Map<String, Long> gaps, Map<String, Long> suspects) {
        public IngestResult {
            rejects = List.copyOf(rejects);
        }
    }

    /** Collects the first rejects of a document. */
    private record FirstRejects(int limit, List<Reject> list) implements IngestListener {
        @Override
        public void rejected(Reject reject) {
            if (list.size() < limit) {
                list.add(reject);
            }
        }

        @Override
        public void conflicted(long row, SensorRecord record) {
            // The result has only the number of conflicts.
        }

        @Override
        public void committed(IngestCounts soFar) {
            // The result has the final counts.
        }
    }

    /** Collects records, stores them in batches and counts the outcomes. */
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
