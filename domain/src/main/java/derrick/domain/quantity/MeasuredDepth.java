package derrick.domain.quantity;

/** How far along the hole a place is from the rig, in metres: 0 at the rig, never above it. */
public record MeasuredDepth(double metres) {
    /** @throws IllegalArgumentException if it is no depth; the message says what is right */
    public MeasuredDepth {
        FiniteNumber.requireAtLeast(0, metres, "metres");
    }

    /** The length of hole from a shallower depth to this one, in metres; negative if that one is deeper. */
    public double metresBelow(MeasuredDepth upper) {
        return metres - upper.metres;
    }

    public boolean isDeeperThan(MeasuredDepth other) {
        return metres > other.metres;
    }
}
