package derrick.domain.sensor.exchange.table;

import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.SensorRecordBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Works out when each depth was drilled: the first row is at the start, and every further one later by the distance
 * from the row before, divided by its own rate of penetration. A row's rate is that of the distance that ends at its
 * depth: that is how logs by depth give it. A row that gets no time is skipped, and the distance to the next one
 * includes it.
 */
final class TimeFromDepth {
    private static final double MICROSECONDS_PER_HOUR = 3.6e9;

    private final Instant start;
    private final double microsecondsLeft;
    private double elapsedMicroseconds;
    private double lastDepth = Double.NaN;

    TimeFromDepth(Instant start) {
        this.start = start;
        this.microsecondsLeft = ChronoUnit.MICROS.between(start, SensorRecord.TOO_LATE) - 1;
    }

    /**
     * Gives the row its time, or says why it can have none.
     *
     * @param depth metres, NaN for a gap
     * @param rop metres an hour, NaN for a gap
     */
    void stamp(SensorRecordBuilder builder, double depth, double rop) {
        if (Double.isNaN(depth)) {
            builder.fault(FieldName.TIME, "cannot be derived: the row has no depth");
        } else if (Double.isNaN(lastDepth)) {
            advance(builder, depth, 0);
        } else if (!(depth > lastDepth)) {
            builder.fault(FieldName.TIME, "cannot be derived: the depth is not below that of the row before");
        } else if (!(rop > 0)) {
            builder.fault(FieldName.TIME, "cannot be derived: there is no rate of penetration above zero");
        } else {
            advance(builder, depth, (depth - lastDepth) / rop * MICROSECONDS_PER_HOUR);
        }
    }

    private void advance(SensorRecordBuilder builder, double depth, double microseconds) {
        double elapsed = elapsedMicroseconds + microseconds;
        if (!(elapsed < microsecondsLeft)) {
            builder.fault(FieldName.TIME, "cannot be derived: at its rate of penetration the row took centuries");
            return;
        }
        elapsedMicroseconds = elapsed;
        lastDepth = depth;
        builder.derivedTime(start.plus(Math.round(elapsed), ChronoUnit.MICROS));
    }
}
