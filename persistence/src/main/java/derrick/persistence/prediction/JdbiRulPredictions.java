package derrick.persistence.prediction;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.prediction.RulPrediction;
import derrick.domain.prediction.RulPredictionId;
import derrick.domain.prediction.RulPredictions;
import derrick.domain.sensor.TimeRange;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores predictions of remaining useful life in the table {@code rul_predictions}. */
public final class JdbiRulPredictions implements RulPredictions {
    private final Store store;

    @Inject
    public JdbiRulPredictions(Store store) {
        this.store = store;
    }

    @Override
    public RulPredictionId nextId() {
        return new RulPredictionId(store.nextId("rul_predictions"));
    }

    @Override
    public void add(RulPrediction prediction) {
        store.query(handle -> handle.createUpdate("""
                        INSERT INTO rul_predictions (id, rig_id, component, predicted_rul, confidence, timestamp,
                            model_used, recommendation, actual_failure_time)
                        VALUES (:id, :rigId, :component, :predictedRul, :confidence, :timestamp,
                            :modelUsed, :recommendation, :actualFailureTime)
                        """)
                .bindMethods(RulPredictionRow.of(prediction))
                .execute());
    }

    @Override
    public Optional<RulPrediction> find(RulPredictionId id) {
        return store.query(handle -> handle.createQuery("SELECT * FROM rul_predictions WHERE id = :id")
                .bind("id", id.value())
                .map(ConstructorMapper.of(RulPredictionRow.class))
                .map(RulPredictionRow::prediction)
                .findOne());
    }

    @Override
    public List<RulPrediction> list(TimeRange span, Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM rul_predictions
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
                .map(ConstructorMapper.of(RulPredictionRow.class))
                .map(RulPredictionRow::prediction)
                .list());
    }

    @Override
    public boolean replace(RulPrediction before, RulPrediction after) {
        return store.query(handle -> handle.createUpdate("""
                                UPDATE rul_predictions
                                SET actual_failure_time = :actualFailureTime
                                WHERE rig_id = :rigId AND id = :id
                                    AND actual_failure_time IS NOT DISTINCT FROM :before.actualFailureTime
                                """)
                        .bindMethods(RulPredictionRow.of(after))
                        .bindMethods("before", RulPredictionRow.of(before))
                        .execute()
                == 1);
    }
}
