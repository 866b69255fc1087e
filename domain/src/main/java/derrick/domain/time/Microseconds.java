package derrick.domain.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The step in which the platform keeps time. */
public final class Microseconds {
    private Microseconds() {}

    /** What the clock shows, in whole microseconds. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The first whole microsecond from a time on. */
    public static Instant upTo(Instant time) {
        return time.plusNanos(999).truncatedTo(ChronoUnit.MICROS);
    }
}
