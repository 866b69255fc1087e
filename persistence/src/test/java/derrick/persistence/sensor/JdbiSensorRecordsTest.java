package derrick.persistence.sensor;

import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.SensorRecordsContract;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.Store;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiSensorRecordsTest implements SensorRecordsContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    @Override
    public SensorRecords records() {
        return new JdbiSensorRecords(new Store(Jdbi.create(database.dataSource())));
    }
}
