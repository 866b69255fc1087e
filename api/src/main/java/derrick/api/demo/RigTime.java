package derrick.api.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What time it is on the demonstration's rigs. At speed 1 it is the time everywhere. Faster, it begins some hours ago
 * and runs until it has caught up; from then on it is the time everywhere too. No record is ever from the future.
 */
final class RigTime {
    private static final Duration HISTORY = Duration.ofHours(8);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Clock clock;
    private final double speed;
    private final Instant started;
    private final Instant begin;

    /** @param speed how many seconds pass on the rigs in one second, at least 1 */
    RigTime(Clock clock, double speed) {
        this.clock = clock;
        this.speed = speed;
        this.started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        this.begin = speed > 1 ? started.minus(HISTORY) : started;
    }

    /** When the rigs begin to report, a whole second. */
    Instant begin() {
        return begin;
    }

    Instant now() {
        Instant now = clock.instant();
        double passed = Duration.between(started, now).toNanos() / NANOS_PER_SECOND;
        Instant onTheRig = begin.plusNanos(Math.round(passed * speed * NANOS_PER_SECOND));
        return onTheRig.isBefore(now) ? onTheRig : now;
    }
}
