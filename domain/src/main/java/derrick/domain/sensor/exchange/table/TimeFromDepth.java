package derrick.domain.sensor.exchange.table;

import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.SensorRecordBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Derives the times of a log by depth. The first row is at the start time. Every further row is later by the distance
 * from the row before, divided by its own rate of penetration: the rate of a row is that of the interval that ends at
 * its depth. A row without a time is skipped, and the distance to the next row includes its interval.
 */
final class TimeFromDepth {
    private static final double MICROSECONDS_PER_HOUR = 3.6e9;

    private final Instant start;
    private final double microsecondsLeft;
    private double elapsedMicroseconds;
    private double lastDepth = Double.NaN;

    TimeFromDepth(Instant start) {
        this.start = start;
        this.microsecondsLeft = ChronoUnit.MICROS.between(start, SensorRecord.END) - 1;
    }

    /**
     * Sets the time of a row, or the reason why it has none.
     *
     * @param depth metres, NaN for a gap
     * @param rop metres an hour, NaN for a gap
     */
    void derive(SensorRecordBuilder builder, double depth, double rop) {
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
