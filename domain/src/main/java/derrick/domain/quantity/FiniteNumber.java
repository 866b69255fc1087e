package derrick.domain.quantity;

/** What a number must be to measure anything. */
final class FiniteNumber {
    private FiniteNumber() {}

    static double require(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("must be a finite number, not " + value);
        }
        return value;
    }

    static void requireAtLeast(double least, double value, String unit) {
        if (!(value >= least && Double.isFinite(value))) {
            throw new IllegalArgumentException("must be at least %.0f %s, not %s".formatted(least, unit, value));
        }
    }

    static void requireBetween(double least, double most, double value, String unit) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "must be between %.0f and %.0f %s, not %s".formatted(least, most, unit, value));
        }
    }
}
