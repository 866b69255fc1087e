package derrick.domain.quantity;

/** A conversion from one unit to another: {@code (value - zero) * multiplier / divisor + newZero}. */
public record Conversion(double zero, double multiplier, double divisor, double newZero) {
    /** Returns the value in the new unit. NaN remains NaN; a conversion to the same unit returns the same bits. */
    public double apply(double value) {
        return isIdentity() ? value : (value - zero) * multiplier / divisor + newZero;
    }

    private boolean isIdentity() {
        return multiplier == 1 && divisor == 1 && zero == newZero;
    }
}
