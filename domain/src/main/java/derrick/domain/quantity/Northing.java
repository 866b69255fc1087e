package derrick.domain.quantity;

/** The distance of a position to the north of the rig, in metres; negative to the south. */
public record Northing(double metres) {
    /** @throws IllegalArgumentException if it is not finite */
    public Northing {
        FiniteNumber.require(metres);
    }
}
