package derrick.domain.simulation;

/** A machine that is brought up and down to what is asked of it, no faster than it can. */
final class RateLimiter {
    private final double upPerSecond;
    private final double downPerSecond;
    private double value;

    RateLimiter(double start, double upPerSecond, double downPerSecond) {
        this.value = start;
        this.upPerSecond = upPerSecond;
        this.downPerSecond = downPerSecond;
    }

    /** Where it is a second later. */
    double follow(double asked) {
        value = Math.min(value + upPerSecond, Math.max(value - downPerSecond, asked));
        return value;
    }

    double value() {
        return value;
    }

    void drop() {
        value = 0;
    }
}
