package derrick.domain.quantity;

/** Checks that numbers are finite and in a range. */
final class FiniteNumber {
    private FiniteNumber() {}

    static double require(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("must be a finite number, not " + value);
        }
        return value;
    }

    static void requireAtLeast(double min, double value, String unit) {
        if (!(value >= min && Double.isFinite(value))) {
            throw new IllegalArgumentException("must be at least %.0f %s, not %s".formatted(min, unit, value));
        }
    }

    static void requireBetween(double min, double max, double value, String unit) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "must be between %.0f and %.0f %s, not %s".formatted(min, max, unit, value));
        }
    }
}
