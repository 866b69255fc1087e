package derrick.domain.simulation;

import derrick.domain.sensor.Channel;
import java.util.Optional;

/**
 * The simulated events, to compare with what is detected in the readings.
 *
 * @param packOff how far cuttings block the annulus: 0 not at all, 1 the most that is simulated
 * @param sensorFault the sensor fault at this instant, if there is one
 */
public record GroundTruth(RigActivity activity, double packOff, Optional<SensorFault> sensorFault) {
    /** A fault of the sensor of a channel. */
    public record SensorFault(FaultKind kind, Channel channel) {}

    /** The kinds of sensor faults. */
    public enum FaultKind {
        /** The sensor repeats its last value. */
        FROZEN,
        /** The sensor has no value: a gap. */
        DROPOUT,
        /** The value jumps for a second or two. */
        SPIKE,
        /** The value has a constant error. */
        BIAS,
        /** The 16-bit counter is full. */
        SATURATED
    }

    public boolean packingOff() {
        return packOff > 0;
    }
}
