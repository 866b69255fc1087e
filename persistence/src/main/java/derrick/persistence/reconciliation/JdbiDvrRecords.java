package derrick.persistence.reconciliation;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.reconciliation.DvrRecord;
import derrick.domain.reconciliation.DvrRecordId;
import derrick.domain.reconciliation.DvrRecords;
import derrick.domain.reconciliation.DvrStatus;
import derrick.domain.sensor.TimeRange;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores the history of validation and reconciliation in the table {@code dvr_process_history}. */
public final class JdbiDvrRecords implements DvrRecords {
    private final Store store;

    @Inject
    public JdbiDvrRecords(Store store) {
        this.store = store;
    }

    @Override
    public DvrRecordId nextId() {
        return new DvrRecordId(store.nextId("dvr_process_history"));
    }

    @Override
    public void add(DvrRecord record) {
        store.query(handle ->
                handle.createUpdate("""
                        INSERT INTO dvr_process_history (id, rig_id, raw_record, reconciled_record, is_valid, reason,
                            anomaly_flag, anomaly_details, status, notes, source, created_at, updated_at)
                        VALUES (:id, :rigId, :rawRecord, :reconciledRecord, :isValid, :reason,
                            :anomalyFlag, :anomalyDetails, :status, :notes, :source, :createdAt, :updatedAt)
                        """).bindMethods(DvrRecordRow.of(record)).execute());
    }

    @Override
    public Optional<DvrRecord> find(DvrRecordId id) {
        return store.query(handle -> handle.createQuery("SELECT * FROM dvr_process_history WHERE id = :id")
                .bind("id", id.value())
                .map(ConstructorMapper.of(DvrRecordRow.class))
                .map(DvrRecordRow::record)
                .findOne());
    }

    @Override
    public List<DvrRecord> list(TimeRange span, Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM dvr_process_history
                        WHERE rig_id = :rig AND created_at >= :from AND created_at < :to
                            AND (created_at, id) < (:after.time, :after.id)
                        ORDER BY created_at DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("rig", span.rig().value())
                .bind("from", span.from())
                .bind("to", span.to())
                .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(DvrRecordRow.class))
                .map(DvrRecordRow::record)
                .list());
    }

    @Override
    public List<DvrRecord> list(DvrStatus status, Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM dvr_process_history
                        WHERE status = :status AND (created_at, id) < (:after.time, :after.id)
                        ORDER BY created_at DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("status", status.toString())
                .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(DvrRecordRow.class))
                .map(DvrRecordRow::record)
                .list());
    }

    @Override
    public boolean replace(DvrRecord before, DvrRecord after) {
        return store.query(handle -> handle.createUpdate("""
                                UPDATE dvr_process_history
                                SET status = :status, notes = :notes, updated_at = :updatedAt
                                WHERE id = :id AND status = :before.status
                                    AND notes IS NOT DISTINCT FROM :before.notes
                                """)
                        .bindMethods(DvrRecordRow.of(after))
                        .bindMethods("before", DvrRecordRow.of(before))
                        .execute()
                == 1);
    }
}
