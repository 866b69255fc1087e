package derrick.domain.maintenance;

import derrick.domain.failure.NotFound;
import derrick.domain.maintenance.AlertStage.Shelved;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.reconciliation.DvrRecords;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maintenance alerts in memory, for tests. Thread-safe. */
public final class InMemoryMaintenanceAlerts implements MaintenanceAlerts {
    private final DvrRecords evidence;
    private final Map<MaintenanceAlertId, MaintenanceAlert> stored = new HashMap<>();
    private long lastId;

    /** @param evidence the DVR records that alerts may refer to */
    public InMemoryMaintenanceAlerts(DvrRecords evidence) {
        this.evidence = evidence;
    }

    @Override
    public synchronized MaintenanceAlertId nextId() {
        return new MaintenanceAlertId(++lastId);
    }

    @Override
    public synchronized void add(MaintenanceAlert alert) {
        alert.evidence().filter(record -> evidence.find(record).isEmpty()).ifPresent(record -> {
            throw new NotFound("DVR record", record);
        });
        if (stored.putIfAbsent(alert.id(), alert) != null) {
            throw new IllegalStateException("there is a maintenance alert " + alert.id());
        }
    }

    @Override
    public synchronized Optional<MaintenanceAlert> find(MaintenanceAlertId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized List<MaintenanceAlert> list(AlertStatus status, Page page) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return stored.values().stream()
                .filter(alert -> alert.stage().status() == status)
                .filter(alert -> alert.cursor().compareTo(after) < 0)
                .sorted(Comparator.comparing(MaintenanceAlert::cursor).reversed())
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized List<MaintenanceAlert> listShelvedUntil(Instant now, int limit) {
        return stored.values().stream()
                .filter(alert ->
                        until(alert).filter(until -> !until.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(
                                (MaintenanceAlert alert) -> until(alert).orElseThrow())
                        .thenComparing(alert -> alert.id().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean replace(MaintenanceAlert before, MaintenanceAlert after) {
        return find(before.id())
                .filter(current -> current.stage().equals(before.stage()))
                .map(current -> stored.put(current.id(), after))
                .isPresent();
    }

    private static Optional<Instant> until(MaintenanceAlert alert) {
        return alert.stage() instanceof Shelved shelved ? Optional.of(shelved.until()) : Optional.empty();
    }
}
