package derrick.domain.sensor;

/** What became of a record that was handed in. */
public enum IngestOutcome {
    /** It is kept. */
    STORED,
    /** The same record, to the value, was kept before; nothing was changed. */
    DUPLICATE,
    /** Another record of this rig and time was kept before; that one stays, this one is not kept. */
    CONFLICT
}
