package derrick.persistence.prediction;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.prediction.AnomalyDetection;
import derrick.domain.prediction.AnomalyDetectionId;
import derrick.domain.prediction.AnomalyDetections;
import derrick.domain.sensor.TimeRange;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores anomaly detections in the table {@code anomaly_detections}. */
public final class JdbiAnomalyDetections implements AnomalyDetections {
    private final Store store;

    @Inject
    public JdbiAnomalyDetections(Store store) {
        this.store = store;
    }

    @Override
    public AnomalyDetectionId nextId() {
        return new AnomalyDetectionId(store.nextId("anomaly_detections"));
    }

    @Override
    public void add(AnomalyDetection detection) {
        store.query(handle -> handle.createUpdate("""
                        INSERT INTO anomaly_detections (id, rig_id, timestamp, is_anomaly, anomaly_score,
                            affected_parameters, severity, description, investigated, investigation_notes)
                        VALUES (:id, :rigId, :timestamp, :isAnomaly, :anomalyScore,
                            :affectedParameters, :severity, :description, :investigated, :investigationNotes)
                        """)
                .bindMethods(AnomalyDetectionRow.of(detection))
                .execute());
    }

    @Override
    public Optional<AnomalyDetection> find(AnomalyDetectionId id) {
        return store.query(handle -> handle.createQuery("SELECT * FROM anomaly_detections WHERE id = :id")
                .bind("id", id.value())
                .map(ConstructorMapper.of(AnomalyDetectionRow.class))
                .map(AnomalyDetectionRow::detection)
                .findOne());
    }

    @Override
    public List<AnomalyDetection> list(TimeRange span, Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM anomaly_detections
                        WHERE rig_id = :rig AND timestamp >= :from AND timestamp < :to
                            AND (timestamp, id) < (:after.time, :after.id)
                        ORDER BY timestamp DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("rig", span.rig().value())
                .bind("from", span.from())
                .bind("to", span.to())
                .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(AnomalyDetectionRow.class))
                .map(AnomalyDetectionRow::detection)
                .list());
    }

    @Override
    public List<AnomalyDetection> listOpenAnomalies(Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM anomaly_detections
                        WHERE is_anomaly AND NOT investigated AND (timestamp, id) < (:after.time, :after.id)
                        ORDER BY timestamp DESC, id DESC
                        LIMIT :limit
                        """)
                .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(AnomalyDetectionRow.class))
                .map(AnomalyDetectionRow::detection)
                .list());
    }

    @Override
    public boolean replace(AnomalyDetection before, AnomalyDetection after) {
        return store.query(handle -> handle.createUpdate("""
                                UPDATE anomaly_detections
                                SET investigated = :investigated, investigation_notes = :investigationNotes
                                WHERE rig_id = :rigId AND id = :id
                                    AND investigation_notes IS NOT DISTINCT FROM :before.investigationNotes
                                """)
                        .bindMethods(AnomalyDetectionRow.of(after))
                        .bindMethods("before", AnomalyDetectionRow.of(before))
                        .execute()
                == 1);
    }
}
