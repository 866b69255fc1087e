package derrick.domain.sensor;

import derrick.domain.rig.RigId;
import java.time.Instant;

/** A rig's time from one instant, included, to another, left out. */
public record TimeRange(RigId rig, Instant from, Instant to) {
    /** @throws IllegalArgumentException if it ends before it starts */
    public TimeRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("must not end (%s) before it starts (%s)".formatted(to, from));
        }
    }

    /** All the time that a record can have. */
    public static TimeRange whole(RigId rig) {
        return new TimeRange(rig, SensorRecord.EARLIEST, SensorRecord.TOO_LATE);
    }
}
