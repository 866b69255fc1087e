package derrick.domain.sensor;

/** The sets of units that people read drilling data in; a crew keeps to one of them. */
public enum UnitSystem {
    /** As the platform stores it. */
    CANONICAL,
    /** As read where rigs are metric. */
    METRIC,
    /** As read where rigs are American: feet, pounds, gallons. */
    FIELD
}
