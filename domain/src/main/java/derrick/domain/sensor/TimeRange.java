package derrick.domain.sensor;

import derrick.domain.rig.RigId;
import java.time.Instant;

/** A time range of a rig, including {@code from} and excluding {@code to}. */
public record TimeRange(RigId rig, Instant from, Instant to) {
    /** @throws IllegalArgumentException if it ends before it starts */
    public TimeRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("must not end (%s) before it starts (%s)".formatted(to, from));
        }
    }

    /** Returns the range of all times that records can have. */
    public static TimeRange whole(RigId rig) {
        return new TimeRange(rig, SensorRecord.EARLIEST, SensorRecord.END);
    }
}
