package derrick.domain.maintenance;

import derrick.domain.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A repository in which another user shelves an alert just before it is replaced. */
record ConcurrentlyShelvedAlerts(MaintenanceAlerts alerts, AlertHandling first, MaintenanceAlertId id)
        implements MaintenanceAlerts {
    @Override
    public MaintenanceAlertId nextId() {
        return alerts.nextId();
    }

    @Override
    public void add(MaintenanceAlert alert) {
        alerts.add(alert);
    }

    @Override
    public Optional<MaintenanceAlert> find(MaintenanceAlertId requestedId) {
        return alerts.find(requestedId);
    }

    @Override
    public List<MaintenanceAlert> list(AlertStatus status, Page page) {
        return alerts.list(status, page);
    }

    @Override
    public List<MaintenanceAlert> listShelvedUntil(Instant now, int limit) {
        return alerts.listShelvedUntil(now, limit);
    }

    @Override
    public boolean replace(MaintenanceAlert before, MaintenanceAlert after) {
        first.shelve(id, "Bo", Duration.ofHours(1), "known");
        return alerts.replace(before, after);
    }
}
