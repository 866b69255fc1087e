package derrick.persistence.maintenance;

import derrick.domain.failure.NotFound;
import derrick.domain.maintenance.AlertStatus;
import derrick.domain.maintenance.MaintenanceAlert;
import derrick.domain.maintenance.MaintenanceAlertId;
import derrick.domain.maintenance.MaintenanceAlerts;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores maintenance alerts in the table {@code maintenance_alerts}. */
public final class JdbiMaintenanceAlerts implements MaintenanceAlerts {
    private final Store store;

    @Inject
    public JdbiMaintenanceAlerts(Store store) {
        this.store = store;
    }

    @Override
    public MaintenanceAlertId nextId() {
        return new MaintenanceAlertId(store.nextId("maintenance_alerts"));
    }

    @Override
    public void add(MaintenanceAlert alert) {
        Optional<Integer> added = store.tryUpdate(
                "maintenance_alerts_dvr_history_id_fkey",
                handle -> handle.createUpdate("""
                        INSERT INTO maintenance_alerts (id, rig_id, component, alert_type, severity, message,
                            predicted_failure_time, created_at, status,
                            acknowledged_by, acknowledged_at, acknowledgement_notes,
                            shelved_by, shelved_at, shelved_until, shelving_reason,
                            resolved_at, resolved_by, resolution_notes, dvr_history_id)
                        VALUES (:id, :rigId, :component, :alertType, :severity, :message,
                            :predictedFailureTime, :createdAt, :status,
                            :acknowledgedBy, :acknowledgedAt, :acknowledgementNotes,
                            :shelvedBy, :shelvedAt, :shelvedUntil, :shelvingReason,
                            :resolvedAt, :resolvedBy, :resolutionNotes, :dvrHistoryId)
                        """)
                        .bindMethods(MaintenanceAlertRow.of(alert))
                        .execute());
        if (added.isEmpty()) {
            throw new NotFound("DVR record", alert.evidence().orElseThrow());
        }
    }

    @Override
    public Optional<MaintenanceAlert> find(MaintenanceAlertId id) {
        return store.query(handle -> handle.createQuery("SELECT * FROM maintenance_alerts WHERE id = :id")
                .bind("id", id.value())
                .map(ConstructorMapper.of(MaintenanceAlertRow.class))
                .map(MaintenanceAlertRow::alert)
                .findOne());
    }

    @Override
    public List<MaintenanceAlert> list(AlertStatus status, Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM maintenance_alerts
                        WHERE status = :status AND (created_at, id) < (:after.time, :after.id)
                        ORDER BY created_at DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("status", status.toString())
                .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(MaintenanceAlertRow.class))
                .map(MaintenanceAlertRow::alert)
                .list());
    }

    @Override
    public List<MaintenanceAlert> listShelvedUntil(Instant now, int limit) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM maintenance_alerts
                        WHERE status = 'shelved' AND shelved_until <= :now
                        ORDER BY shelved_until, id
                        LIMIT :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(ConstructorMapper.of(MaintenanceAlertRow.class))
                .map(MaintenanceAlertRow::alert)
                .list());
    }

    /**
     * Compares and updates in one statement, so one of several concurrent callers succeeds. The times of shelving are
     * compared too: an alert that was shelved again since has the same status.
     */
    @Override
    public boolean replace(MaintenanceAlert before, MaintenanceAlert after) {
        return store.query(handle -> handle.createUpdate("""
                        UPDATE maintenance_alerts
                        SET status = :status, acknowledged_by = :acknowledgedBy, acknowledged_at = :acknowledgedAt,
                            acknowledgement_notes = :acknowledgementNotes, shelved_by = :shelvedBy,
                            shelved_at = :shelvedAt, shelved_until = :shelvedUntil, shelving_reason = :shelvingReason,
                            resolved_at = :resolvedAt, resolved_by = :resolvedBy, resolution_notes = :resolutionNotes
                        WHERE rig_id = :rigId AND id = :id AND status = :before.status
                            AND shelved_at IS NOT DISTINCT FROM :before.shelvedAt
                            AND shelved_until IS NOT DISTINCT FROM :before.shelvedUntil
                        """)
                        .bindMethods(MaintenanceAlertRow.of(after))
                        .bindMethods("before", MaintenanceAlertRow.of(before))
                        .execute()
                == 1);
    }
}
