package derrick.domain.quantity;

import java.time.Duration;

/** A duration in hours, as stored in tables: at least 0. */
public record Hours(double hours) {
    public static final Hours NONE = new Hours(0);

    private static final double NANOSECONDS_PER_HOUR = 3600e9;

    /** @throws IllegalArgumentException if it is negative or not finite; the message says what is valid */
    public Hours {
        FiniteNumber.requireAtLeast(0, hours, "hours");
    }

    /** @throws IllegalArgumentException if the duration is negative */
    public static Hours of(Duration duration) {
        return new Hours(duration.toNanos() / NANOSECONDS_PER_HOUR);
    }

    public Hours plus(Hours other) {
        return new Hours(hours + other.hours);
    }
}
