package derrick.domain.quantity;

/** The true vertical depth of a position below the rig, in metres. */
public record VerticalDepth(double metres) {
    /** @throws IllegalArgumentException if it is not finite */
    public VerticalDepth {
        FiniteNumber.require(metres);
    }
}
