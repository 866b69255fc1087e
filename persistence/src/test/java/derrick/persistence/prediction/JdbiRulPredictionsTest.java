package derrick.persistence.prediction;

import derrick.domain.prediction.RulPredictions;
import derrick.domain.prediction.RulPredictionsContract;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiRulPredictionsTest implements RulPredictionsContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private RulPredictions predictions;

    @BeforeAll
    void connect() {
        predictions = new JdbiRulPredictions(PooledConnections.storeOn(database));
    }

    @Override
    public RulPredictions predictions() {
        return predictions;
    }
}
