package derrick.domain.sensor;

import derrick.domain.sensor.exchange.Reject;

/** Receives the progress of the ingest of a document. */
public interface IngestListener {
    /** Called for a row that is not a valid record. */
    void rejected(Reject reject);

    /** Called for a record that was not stored, because another record has its rig and time. */
    void conflicted(long row, SensorRecord record);

    /** Called after each commit, with the counts of all rows so far. */
    void committed(IngestCounts soFar);
}
