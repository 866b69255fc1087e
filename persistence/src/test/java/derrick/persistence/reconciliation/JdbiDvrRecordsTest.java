package derrick.persistence.reconciliation;

import derrick.domain.reconciliation.DvrRecords;
import derrick.domain.reconciliation.DvrRecordsContract;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiDvrRecordsTest implements DvrRecordsContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private DvrRecords records;

    @BeforeAll
    void connect() {
        records = new JdbiDvrRecords(PooledConnections.storeOn(database));
    }

    @Override
    public DvrRecords records() {
        return records;
    }
}
