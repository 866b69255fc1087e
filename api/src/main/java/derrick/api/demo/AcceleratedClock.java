package derrick.api.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the demonstration's rigs. At speed 1 it is the time everywhere. Faster, it begins some hours ago and
 * runs until it has caught up; from then on it is the time everywhere too. No record is ever from the future.
 */
final class AcceleratedClock {
    private static final Duration LONGEST_PAST = Duration.ofHours(8);
    private static final Duration CATCHES_UP_WITHIN = Duration.ofMinutes(6);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Clock clock;
    private final double speed;
    private final Instant started;
    private final Instant begin;

    /** @param speed how many seconds pass on the rigs in one second, at least 1 */
    AcceleratedClock(Clock clock, double speed) {
        this.clock = clock;
        this.speed = speed;
        this.started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Duration gained = Duration.ofSeconds(Math.round((speed - 1) * CATCHES_UP_WITHIN.toSeconds()));
        this.begin = started.minus(gained.compareTo(LONGEST_PAST) < 0 ? gained : LONGEST_PAST);
    }

    /** When a rig begins that nothing is known of yet, a whole second. */
    Instant begin() {
        return begin;
    }

    /**
     * The time on a rig.
     *
     * @param first the time of its first record since the start; a rig that goes on where it was has less to catch up
     *     with
     */
    Instant now(Instant first) {
        Instant now = clock.instant();
        double passed = Duration.between(started, now).toNanos() / NANOS_PER_SECOND;
        Instant onTheRig = first.plusNanos(Math.round(passed * speed * NANOS_PER_SECOND));
        return onTheRig.isBefore(now) ? onTheRig : now;
    }
}
