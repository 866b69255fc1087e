package derrick.domain.sensor;

/** The tests that every adapter of {@link SensorRecords} passes. Tests do not depend on other stored rows. */
public interface SensorRecordsContract
        extends SensorRecordsStorageContract, SensorRecordsOutcomeContract, SensorRecordsQueryContract {}
