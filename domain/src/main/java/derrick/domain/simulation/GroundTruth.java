package derrick.domain.simulation;

import java.util.Optional;

/**
 * What was really going on, for whoever wants to know how well it can be guessed from the readings.
 *
 * @param packOff how far cuttings have closed the annulus around the string: 0 free, 1 as far as it got
 * @param sensorFault the sensor that is wrong at this instant, if one is
 */
public record GroundTruth(RigActivity activity, double packOff, Optional<SensorFault> sensorFault) {
    public boolean packingOff() {
        return packOff > 0;
    }
}
