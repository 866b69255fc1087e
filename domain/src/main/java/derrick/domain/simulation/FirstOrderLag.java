package derrick.domain.simulation;

/** A first-order lag: a value that approaches its target exponentially. */
final class FirstOrderLag {
    private double value;

    FirstOrderLag(double start) {
        value = start;
    }

    /** Advances by a second and returns the new value. */
    double follow(double target, double timeConstantSeconds) {
        value += (target - value) / timeConstantSeconds;
        return value;
    }

    double value() {
        return value;
    }
}
