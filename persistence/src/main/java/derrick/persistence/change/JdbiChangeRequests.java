package derrick.persistence.change;

import derrick.domain.change.ChangeRequest;
import derrick.domain.change.ChangeRequestId;
import derrick.domain.change.ChangeRequests;
import derrick.domain.change.ChangeStatus;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/** Stores change requests in the table {@code change_requests}. */
public final class JdbiChangeRequests implements ChangeRequests {
    private final Store store;

    @Inject
    public JdbiChangeRequests(Store store) {
        this.store = store;
    }

    @Override
    public ChangeRequestId nextId() {
        return new ChangeRequestId(store.nextId("change_requests"));
    }

    @Override
    public void add(ChangeRequest request) {
        store.query(handle -> handle.createUpdate("""
                        INSERT INTO change_requests (
                            id, rig_id, change_type, component, parameter, old_value, new_value, status, auto_execute,
                            requested_by, approved_by, applied_by, closed_by,
                            requested_at, approved_at, applied_at, closed_at,
                            rejection_reason, error_message, metadata)
                        VALUES (
                            :id, :rigId, :changeType, :component, :parameter, :oldValue, :newValue, :status,
                            :autoExecute, :requestedBy, :approvedBy, :appliedBy, :closedBy,
                            :requestedAt, :approvedAt, :appliedAt, :closedAt,
                            :rejectionReason, :errorMessage, :metadata)
                        """)
                .bindMethods(ChangeRequestRow.of(request))
                .execute());
    }

    @Override
    public Optional<ChangeRequest> find(ChangeRequestId id) {
        return store.query(handle ->
                requests(handle.createQuery("""
                        SELECT *
                        FROM change_requests
                        WHERE id = :id
                        """).bind("id", id.value())).findOne());
    }

    @Override
    public List<ChangeRequest> list(ChangeStatus status, Page page) {
        return store.query(handle -> requests(handle.createQuery("""
                        SELECT *
                        FROM change_requests
                        WHERE status = :status AND (requested_at, id) < (:after.time, :after.id)
                        ORDER BY requested_at DESC, id DESC
                        LIMIT :limit
                        """)
                        .bind("status", status.toString())
                        .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                        .bind("limit", page.limit()))
                .list());
    }

    @Override
    public List<ChangeRequest> listPendingBefore(Instant before, int limit) {
        return store.query(handle -> requests(
                        handle.createQuery("""
                        SELECT *
                        FROM change_requests
                        WHERE status = 'pending' AND requested_at < :before
                        ORDER BY requested_at, id
                        LIMIT :limit
                        """).bind("before", before).bind("limit", limit))
                .list());
    }

    /** Compares and updates in one statement, so one of several concurrent callers succeeds. */
    @Override
    public boolean replace(ChangeRequest before, ChangeRequest after) {
        return store.query(handle -> handle.createUpdate("""
                        UPDATE change_requests
                        SET status = :status, approved_by = :approvedBy, approved_at = :approvedAt,
                            applied_by = :appliedBy, applied_at = :appliedAt,
                            closed_by = :closedBy, closed_at = :closedAt,
                            rejection_reason = :rejectionReason, error_message = :errorMessage
                        WHERE rig_id = :rigId AND id = :id AND status = :expected
                        """)
                        .bindMethods(ChangeRequestRow.of(after))
                        .bind("expected", before.stage().status().toString())
                        .execute()
                == 1);
    }

    private static ResultIterable<ChangeRequest> requests(Query query) {
        return query.map(ConstructorMapper.of(ChangeRequestRow.class)).map(ChangeRequestRow::request);
    }
}
