package derrick.api.sensor;

import derrick.domain.sensor.IngestCounts;
import derrick.domain.sensor.SensorIngest;
import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.SensorReader;
import derrick.domain.store.Transactions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Stores all records of a document in one commit. */
public final class DocumentIngest {
    private static final int RECORDS_PER_STEP = 5_000;

    private final Transactions transactions;
    private final SensorIngest ingest;

    @Inject
    public DocumentIngest(Transactions transactions, SensorIngest ingest) {
        this.transactions = transactions;
        this.ingest = ingest;
    }

    /** @param document a stream that can be reset to its beginning, as it may have to be read again */
    IngestResponse store(SensorReader reader, InputStream document) {
        return transactions.inTransaction(() -> storeAll(reader, document));
    }

    /** Stores in steps, so that few records are in memory at a time. */
    private IngestResponse storeAll(SensorReader reader, InputStream document) {
        try {
            document.reset();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        RejectList rejects = new RejectList();
        DocumentRows rows = reader.rows(document);
        IngestCounts counts = ingest.ingest(rows, RECORDS_PER_STEP, rejects);
        return IngestResponse.of(counts, rejects.list(), rows);
    }
}
