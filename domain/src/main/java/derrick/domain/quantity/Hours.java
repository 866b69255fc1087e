package derrick.domain.quantity;

import java.time.Duration;

/** A length of time as tables have it, in hours: at least 0. */
public record Hours(double hours) {
    public static final Hours NONE = new Hours(0);

    private static final double NANOSECONDS = 3600e9;

    /** @throws IllegalArgumentException if it is negative or not finite; the message says what is right */
    public Hours {
        FiniteNumber.requireAtLeast(0, hours, "hours");
    }

    /** @throws IllegalArgumentException if the time is negative */
    public static Hours of(Duration time) {
        return new Hours(time.toNanos() / NANOSECONDS);
    }

    public Hours plus(Hours more) {
        return new Hours(hours + more.hours);
    }
}
