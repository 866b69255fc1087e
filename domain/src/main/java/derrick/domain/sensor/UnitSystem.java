package derrick.domain.sensor;

/** A set of units, one for each channel. */
public enum UnitSystem {
    /** The units of stored values. */
    CANONICAL,
    /** The units of metric rigs. */
    METRIC,
    /** The units of US rigs: feet, pounds, gallons. */
    FIELD
}
