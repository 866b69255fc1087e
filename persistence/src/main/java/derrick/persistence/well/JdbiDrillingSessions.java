package derrick.persistence.well;

import derrick.domain.failure.NotFound;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.rig.RigId;
import derrick.domain.store.ConstraintViolation;
import derrick.domain.well.DrillingSession;
import derrick.domain.well.DrillingSessionId;
import derrick.domain.well.DrillingSessions;
import derrick.domain.well.SessionAlreadyOpen;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores drilling sessions in the table {@code drilling_sessions}. */
public final class JdbiDrillingSessions implements DrillingSessions {
    private final Store store;

    @Inject
    public JdbiDrillingSessions(Store store) {
        this.store = store;
    }

    @Override
    public DrillingSessionId nextId() {
        return new DrillingSessionId(store.nextId("drilling_sessions"));
    }

    @Override
    public void add(DrillingSession session) {
        try {
            store.query(handle -> handle.createUpdate("""
                            INSERT INTO drilling_sessions (id, rig_id, well_id, start_time, end_time, start_depth,
                                end_depth, average_rop, total_drilling_time_hours, active_since, status, notes)
                            VALUES (:id, :rigId, :wellId, :startTime, :endTime, :startDepth,
                                :endDepth, :averageRop, :totalDrillingTimeHours, :activeSince, :status, :notes)
                            """)
                    .bindMethods(DrillingSessionRow.of(session))
                    .execute());
        } catch (ConstraintViolation violation) {
            throw switch (violation.constraint()) {
                case "drilling_sessions_one_open_per_rig" -> new SessionAlreadyOpen(session.rig());
                case "drilling_sessions_well_id_fkey" -> new NotFound("well", session.well());
                default -> violation;
            };
        }
    }

    @Override
    public Optional<DrillingSession> find(DrillingSessionId id) {
        return store.query(handle -> handle.createQuery("SELECT * FROM drilling_sessions WHERE id = :id")
                .bind("id", id.value())
                .map(ConstructorMapper.of(DrillingSessionRow.class))
                .map(DrillingSessionRow::session)
                .findOne());
    }

    @Override
    public Optional<DrillingSession> findOpen(RigId rig) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM drilling_sessions
                        WHERE rig_id = :rig AND status IN ('active', 'paused')
                        """)
                .bind("rig", rig.value())
                .map(ConstructorMapper.of(DrillingSessionRow.class))
                .map(DrillingSessionRow::session)
                .findOne());
    }

    @Override
    public List<DrillingSession> list(RigId rig, Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM drilling_sessions
                        WHERE rig_id = :rig AND (start_time, id) < (:after.time, :after.id)
                        ORDER BY start_time DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("rig", rig.value())
                .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(DrillingSessionRow.class))
                .map(DrillingSessionRow::session)
                .list());
    }

    /**
     * Compares and updates in one statement, so one of several concurrent callers succeeds. The hours are compared too:
     * a session that was paused and resumed since has the same status.
     */
    @Override
    public boolean replace(DrillingSession before, DrillingSession after) {
        return store.query(handle -> handle.createUpdate("""
                        UPDATE drilling_sessions
                        SET status = :status, active_since = :activeSince, end_time = :endTime, end_depth = :endDepth,
                            average_rop = :averageRop, total_drilling_time_hours = :totalDrillingTimeHours
                        WHERE rig_id = :rigId AND id = :id AND status = :before.status
                            AND total_drilling_time_hours = :before.totalDrillingTimeHours
                            AND active_since IS NOT DISTINCT FROM :before.activeSince
                        """)
                        .bindMethods(DrillingSessionRow.of(after))
                        .bindMethods("before", DrillingSessionRow.of(before))
                        .execute()
                == 1);
    }
}
