package derrick.domain.simulation;

import derrick.domain.sensor.Channel;

/** A sensor that does not tell the truth, and in which way. */
public record SensorFault(Kind kind, Channel channel) {
    /** The ways in which a sensor fails. */
    public enum Kind {
        /** It goes on giving its last value. */
        FROZEN,
        /** It gives nothing: a gap. */
        DROPOUT,
        /** It jumps for a second or two and comes back. */
        SPIKE,
        /** It is off by the same amount all the time. */
        BIAS,
        /** Its 16-bit counter is full. */
        SATURATED
    }
}
