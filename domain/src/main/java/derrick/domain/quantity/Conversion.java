package derrick.domain.quantity;

/** The way of a number from one unit to another: {@code (value - zero) * multiplier / divisor + newZero}. */
public record Conversion(double zero, double multiplier, double divisor, double newZero) {
    /** The number in the new unit; NaN stays NaN. The same unit on both sides leaves every bit as it was. */
    public double apply(double value) {
        return isNeutral() ? value : (value - zero) * multiplier / divisor + newZero;
    }

    private boolean isNeutral() {
        return multiplier == 1 && divisor == 1 && zero == newZero;
    }
}
