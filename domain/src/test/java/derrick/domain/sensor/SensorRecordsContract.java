package derrick.domain.sensor;

/**
 * What every adapter of {@link SensorRecords} does. Each test works on rigs of its own, so the store may hold anything
 * before and is not cleaned after.
 */
public interface SensorRecordsContract
        extends SensorRecordsKeepEverything, SensorRecordsNameOutcomes, SensorRecordsAnswerQuestions {}
