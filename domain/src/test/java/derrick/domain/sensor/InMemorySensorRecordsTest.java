package derrick.domain.sensor;

class InMemorySensorRecordsTest implements SensorRecordsContract {
    private final SensorRecords records = new InMemorySensorRecords();

    @Override
    public SensorRecords records() {
        return records;
    }
}
