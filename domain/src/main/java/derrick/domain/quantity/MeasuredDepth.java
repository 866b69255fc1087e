package derrick.domain.quantity;

/** The measured depth, the distance from the rig along the hole, in metres: at least 0. */
public record MeasuredDepth(double metres) {
    /** @throws IllegalArgumentException if it is negative or not finite; the message says what is valid */
    public MeasuredDepth {
        FiniteNumber.requireAtLeast(0, metres, "metres");
    }

    /** Returns the length of hole from another depth down to this one, in metres; negative if the other is deeper. */
    public double metresBelow(MeasuredDepth upper) {
        return metres - upper.metres;
    }

    public boolean isDeeperThan(MeasuredDepth other) {
        return metres > other.metres;
    }
}
