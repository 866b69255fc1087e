package derrick.persistence.prediction;

import derrick.domain.prediction.AnomalyDetections;
import derrick.domain.prediction.AnomalyDetectionsContract;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiAnomalyDetectionsTest implements AnomalyDetectionsContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private AnomalyDetections detections;

    @BeforeAll
    void connect() {
        detections = new JdbiAnomalyDetections(PooledConnections.storeOn(database));
    }

    @Override
    public AnomalyDetections detections() {
        return detections;
    }
}
