package derrick.domain.sensor;

import derrick.domain.rig.RigId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The readings of a rig at one instant. The rig and the instant are its key. */
public record SensorRecord(RigId rig, Instant time, TimeSource timeSource, Readings readings, SensorStatus status) {
    /** The earliest valid time; earlier ones come from clocks that are not set. */
    public static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    /** The first time that is not valid any more. */
    public static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * @throws IllegalArgumentException if the time is invalid or all channels are gaps; the message says what is valid
     */
    public SensorRecord {
        requireTime(time);
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("must have a value in at least one channel");
        }
    }

    /** @throws IllegalArgumentException if the time is out of range or finer than a microsecond */
    public static Instant requireTime(Instant time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("must not be finer than a microsecond");
        }
        if (time.isBefore(EARLIEST) || !time.isBefore(END)) {
            throw new IllegalArgumentException("must lie between 1980 and 2200");
        }
        return time;
    }

    /** Returns a record with a measured time and normal status. */
    public static SensorRecord measured(RigId rig, Instant time, Readings readings) {
        return new SensorRecord(rig, time, TimeSource.MEASURED, readings, SensorStatus.NORMAL);
    }
}
