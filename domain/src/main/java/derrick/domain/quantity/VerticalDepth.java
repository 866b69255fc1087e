package derrick.domain.quantity;

/** How far straight below the rig a place is, in metres: the true vertical depth. */
public record VerticalDepth(double metres) {
    /** @throws IllegalArgumentException if it is not finite */
    public VerticalDepth {
        FiniteNumber.require(metres);
    }
}
