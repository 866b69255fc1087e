package derrick.domain.simulation;

import java.util.Optional;

/**
 * The simulated events, to compare with what is detected in the readings.
 *
 * @param packOff how far cuttings have closed the annulus around the string: 0 free, 1 as far as it got
 * @param sensorFault the sensor that is wrong at this instant, if one is
 */
public record GroundTruth(RigActivity activity, double packOff, Optional<SensorFault> sensorFault) {
    public boolean packingOff() {
        return packOff > 0;
    }
}
