package derrick.domain.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Rounds times to microseconds, the resolution of stored times. */
public final class Microseconds {
    private Microseconds() {}

    /** Returns the current time, rounded down. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns a time rounded up. */
    public static Instant roundUp(Instant time) {
        return time.plusNanos(999).truncatedTo(ChronoUnit.MICROS);
    }
}
