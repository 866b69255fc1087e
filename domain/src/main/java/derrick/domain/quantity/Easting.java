package derrick.domain.quantity;

/** The distance of a position to the east of the rig, in metres; negative to the west. */
public record Easting(double metres) {
    /** @throws IllegalArgumentException if it is not finite */
    public Easting {
        FiniteNumber.require(metres);
    }
}
