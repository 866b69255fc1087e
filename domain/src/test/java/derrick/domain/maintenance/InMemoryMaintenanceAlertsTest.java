package derrick.domain.maintenance;

import derrick.domain.reconciliation.DvrRecord;
import derrick.domain.reconciliation.DvrRecordId;
import derrick.domain.reconciliation.DvrRecordSamples;
import derrick.domain.reconciliation.DvrRecords;
import derrick.domain.reconciliation.InMemoryDvrRecords;
import derrick.domain.rig.RigSamples;

class InMemoryMaintenanceAlertsTest implements MaintenanceAlertsContract {
    private final DvrRecords evidence = new InMemoryDvrRecords();
    private final MaintenanceAlerts alerts = new InMemoryMaintenanceAlerts(evidence);

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
