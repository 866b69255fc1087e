package derrick.domain.change;

/** What a change is for. */
public enum ChangeType {
    /** Drilling better. */
    OPTIMIZATION,
    /** Sparing or mending equipment. */
    MAINTENANCE,
    /** How data are checked. */
    VALIDATION
}
