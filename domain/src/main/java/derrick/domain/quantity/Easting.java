package derrick.domain.quantity;

/** How far east of the rig a place is, in metres; west is negative. */
public record Easting(double metres) {
    /** @throws IllegalArgumentException if it is not finite */
    public Easting {
        FiniteNumber.require(metres);
    }
}
