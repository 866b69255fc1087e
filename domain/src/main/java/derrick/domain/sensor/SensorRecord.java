package derrick.domain.sensor;

import derrick.domain.rig.RigId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** All that one rig reported at one instant. The rig and the instant are its key. */
public record SensorRecord(RigId rig, Instant time, TimeSource timeSource, Readings readings, SensorStatus status) {
    /** The earliest time taken: before it there was no electronic logging, and a clock at its epoch is not set. */
    public static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    /** The first time no longer taken. */
    public static final Instant TOO_LATE = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * @throws IllegalArgumentException if the time cannot be kept to the last digit or is no rig's, or there is no
     *     value at all; the message says what is right
     */
    public SensorRecord {
        requireTime(time);
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("must have a value in at least one channel");
        }
    }

    /** @throws IllegalArgumentException if this cannot be the time of a record; the message says what is right */
    public static Instant requireTime(Instant time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("must not be finer than a microsecond");
        }
        if (time.isBefore(EARLIEST) || !time.isBefore(TOO_LATE)) {
            throw new IllegalArgumentException("must lie between 1980 and 2200");
        }
        return time;
    }

    /** A record timed by the rig's own clock, with nothing to remark. */
    public static SensorRecord measured(RigId rig, Instant time, Readings readings) {
        return new SensorRecord(rig, time, TimeSource.MEASURED, readings, SensorStatus.NORMAL);
    }
}
