package derrick.persistence.maintenance;

import derrick.domain.maintenance.MaintenanceSchedule;
import derrick.domain.maintenance.MaintenanceScheduleId;
import derrick.domain.maintenance.MaintenanceSchedules;
import derrick.domain.maintenance.ScheduleStatus;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores planned maintenance in the table {@code maintenance_schedules}. */
public final class JdbiMaintenanceSchedules implements MaintenanceSchedules {
    private final Store store;

    @Inject
    public JdbiMaintenanceSchedules(Store store) {
        this.store = store;
    }

    @Override
    public MaintenanceScheduleId nextId() {
        return new MaintenanceScheduleId(store.nextId("maintenance_schedules"));
    }

    @Override
    public void add(MaintenanceSchedule schedule) {
        store.query(handle -> handle.createUpdate("""
                        INSERT INTO maintenance_schedules (id, rig_id, component, maintenance_type, scheduled_date,
                            estimated_duration_hours, priority, status, assigned_to, notes, created_at, updated_at)
                        VALUES (:id, :rigId, :component, :maintenanceType, :scheduledDate,
                            :estimatedDurationHours, :priority, :status, :assignedTo, :notes, :createdAt, :updatedAt)
                        """)
                .bindMethods(MaintenanceScheduleRow.of(schedule))
                .execute());
    }

    @Override
    public Optional<MaintenanceSchedule> find(MaintenanceScheduleId id) {
        return store.query(handle -> handle.createQuery("SELECT * FROM maintenance_schedules WHERE id = :id")
                .bind("id", id.value())
                .map(ConstructorMapper.of(MaintenanceScheduleRow.class))
                .map(MaintenanceScheduleRow::schedule)
                .findOne());
    }

    @Override
    public List<MaintenanceSchedule> list(ScheduleStatus status, Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM maintenance_schedules
                        WHERE status = :status AND (scheduled_date, id) > (:after.time, :after.id)
                        ORDER BY scheduled_date, id
                        LIMIT :limit
                        """)
                .bind("status", status.toString())
                .bindMethods("after", page.after().orElse(PageCursor.OLDEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(MaintenanceScheduleRow.class))
                .map(MaintenanceScheduleRow::schedule)
                .list());
    }

    /** Compares and updates in one statement, so one of several concurrent callers succeeds. */
    @Override
    public boolean replace(MaintenanceSchedule before, MaintenanceSchedule after) {
        return store.query(handle -> handle.createUpdate("""
                        UPDATE maintenance_schedules
                        SET status = :status, updated_at = :updatedAt
                        WHERE rig_id = :rigId AND id = :id AND status = :before.status
                            AND updated_at = :before.updatedAt
                        """)
                        .bindMethods(MaintenanceScheduleRow.of(after))
                        .bindMethods("before", MaintenanceScheduleRow.of(before))
                        .execute()
                == 1);
    }
}
