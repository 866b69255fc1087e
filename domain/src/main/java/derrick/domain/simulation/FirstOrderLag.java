package derrick.domain.simulation;

/** Follows something else, always late (a first-order lag). */
final class FirstOrderLag {
    private double value;

    FirstOrderLag(double start) {
        value = start;
    }

    /** Where it is a second later, when two thirds of the way take that many seconds. */
    double follow(double target, double seconds) {
        value += (target - value) / seconds;
        return value;
    }

    double value() {
        return value;
    }
}
