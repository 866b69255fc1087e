package derrick.domain.sensor;

/** The outcome of storing a record. */
public enum IngestOutcome {
    /** The record was stored. */
    STORED,
    /** An equal record is stored already; nothing was changed. */
    DUPLICATE,
    /** A different record of the same rig and time is stored already; it is kept, and this one was not stored. */
    CONFLICT
}
