package derrick.persistence.sensor;

import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.SensorRecordsContract;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiSensorRecordsTest implements SensorRecordsContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private SensorRecords records;

    @BeforeAll
    void connect() {
        records = new JdbiSensorRecords(new Store(Jdbi.create(new PooledConnections(database.dataSource()))));
    }

    @Override
    public SensorRecords records() {
        return records;
    }
}
