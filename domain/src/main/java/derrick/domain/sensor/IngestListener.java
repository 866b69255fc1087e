package derrick.domain.sensor;

import derrick.domain.sensor.exchange.Reject;

/** Receives the progress of the ingest of a document. */
public interface IngestListener {
    /** A row gave no record. */
    void rejected(Reject reject);

    /** A row's record was not kept, since another one of its rig and time stands. */
    void conflicted(long row, SensorRecord record);

    /** All that was counted so far is on disk. */
    void committed(IngestCounts soFar);
}
