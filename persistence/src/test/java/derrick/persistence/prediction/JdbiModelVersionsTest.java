package derrick.persistence.prediction;

import derrick.domain.prediction.ModelVersions;
import derrick.domain.prediction.ModelVersionsContract;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiModelVersionsTest implements ModelVersionsContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private ModelVersions versions;

    @BeforeAll
    void connect() {
        versions = new JdbiModelVersions(PooledConnections.storeOn(database));
    }

    @Override
    public ModelVersions versions() {
        return versions;
    }
}
