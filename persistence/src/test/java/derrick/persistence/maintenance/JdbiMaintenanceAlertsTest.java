package derrick.persistence.maintenance;

import derrick.domain.maintenance.MaintenanceAlertSamples;
import derrick.domain.maintenance.MaintenanceAlerts;
import derrick.domain.maintenance.MaintenanceAlertsContract;
import derrick.domain.reconciliation.DvrRecord;
import derrick.domain.reconciliation.DvrRecordId;
import derrick.domain.reconciliation.DvrRecordSamples;
import derrick.domain.reconciliation.DvrRecords;
import derrick.domain.rig.RigSamples;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.reconciliation.JdbiDvrRecords;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiMaintenanceAlertsTest implements MaintenanceAlertsContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private DvrRecords evidence;
    private MaintenanceAlerts alerts;

    @BeforeAll
    void connect() {
        Store store = PooledConnections.storeOn(database);
        evidence = new JdbiDvrRecords(store);
        alerts = new JdbiMaintenanceAlerts(store);
    }

    @Override
    public MaintenanceAlerts alerts() {
        return alerts;
    }

    @Override
    public DvrRecordId knownEvidence() {
        DvrRecord record =
                DvrRecordSamples.invalid(evidence.nextId(), RigSamples.fresh(), MaintenanceAlertSamples.NOON);
        evidence.add(record);
        return record.id();
    }
}
