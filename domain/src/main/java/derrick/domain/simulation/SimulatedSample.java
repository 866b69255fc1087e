package derrick.domain.simulation;

import derrick.domain.sensor.SensorRecord;

/** What a simulated rig reported at one instant, and what was really going on. */
public record SimulatedSample(SensorRecord record, GroundTruth truth) {}
