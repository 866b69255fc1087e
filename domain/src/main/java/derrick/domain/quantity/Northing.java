package derrick.domain.quantity;

/** How far north of the rig a place is, in metres; south is negative. */
public record Northing(double metres) {
    /** @throws IllegalArgumentException if it is not finite */
    public Northing {
        FiniteNumber.require(metres);
    }
}
