package derrick.persistence.maintenance;

import derrick.domain.maintenance.MaintenanceSchedules;
import derrick.domain.maintenance.MaintenanceSchedulesContract;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiMaintenanceSchedulesTest implements MaintenanceSchedulesContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private MaintenanceSchedules schedules;

    @BeforeAll
    void connect() {
        schedules = new JdbiMaintenanceSchedules(PooledConnections.storeOn(database));
    }

    @Override
    public MaintenanceSchedules schedules() {
        return schedules;
    }
}
