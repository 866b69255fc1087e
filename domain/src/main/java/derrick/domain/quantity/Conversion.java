package derrick.domain.quantity;

/**
 * The way of a number from one unit to another. A shrinking number is divided by the inverse rather than multiplied by
 * a fraction, since the inverse is the one that is a short decimal (1 Pa is 1/100000 bar): that rounds once, not twice.
 */
public record Conversion(double zero, double multiplier, double divisor, double newZero) {
    /** The number in the new unit; NaN stays NaN. The same unit on both sides leaves every bit as it was. */
    public double apply(double value) {
        return isNeutral() ? value : (value - zero) * multiplier / divisor + newZero;
    }

    private boolean isNeutral() {
        return multiplier == 1 && divisor == 1 && zero == newZero;
    }
}
