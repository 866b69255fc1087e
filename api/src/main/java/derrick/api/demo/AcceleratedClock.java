package derrick.api.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the simulated rigs. At speed 1 it shows the real time. A faster clock begins in the past and runs until
 * it reaches the real time, which it shows from then on. It never shows a time in the future.
 */
final class AcceleratedClock {
    private static final Duration HEAD_START_MAX = Duration.ofHours(8);
    private static final Duration CATCHES_UP_WITHIN = Duration.ofMinutes(6);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Clock clock;
    private final double speed;
    private final Instant started;
    private final Instant begin;

    /** @param speed the speed as a multiple of real time, at least 1 */
    AcceleratedClock(Clock clock, double speed) {
        this.clock = clock;
        this.speed = speed;
        this.started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Duration gained = Duration.ofSeconds(Math.round((speed - 1) * CATCHES_UP_WITHIN.toSeconds()));
        this.begin = started.minus(gained.compareTo(HEAD_START_MAX) < 0 ? gained : HEAD_START_MAX);
    }

    /** Returns the time at which a rig without records begins, a whole second. */
    Instant begin() {
        return begin;
    }

    /**
     * Returns the time of a rig.
     *
     * @param first the time of the rig's first record since the start; a rig that continues from its last record has
     *     less to catch up
     */
    Instant now(Instant first) {
        Instant now = clock.instant();
        double passed = Duration.between(started, now).toNanos() / NANOS_PER_SECOND;
        Instant rigTime = first.plusNanos(Math.round(passed * speed * NANOS_PER_SECOND));
        return rigTime.isBefore(now) ? rigTime : now;
    }
}
