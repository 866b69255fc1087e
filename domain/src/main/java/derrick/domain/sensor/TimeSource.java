package derrick.domain.sensor;

/** Where a record's time comes from. */
public enum TimeSource {
    /** The rig's clock. */
    MEASURED,
    /** Worked out from depth and rate of penetration, since the source had depths only. */
    DERIVED
}
