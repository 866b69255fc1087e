package derrick.persistence.change;

import derrick.domain.account.UserId;
import derrick.domain.change.ChangeRequests;
import derrick.domain.change.ChangeRequestsContract;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.account.StoredUsers;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiChangeRequestsTest implements ChangeRequestsContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private Store store;

    @BeforeAll
    void connect() {
        store = PooledConnections.storeOn(database);
    }

    @Override
    public ChangeRequests requests() {
        return new JdbiChangeRequests(store);
    }

    @Override
    public UserId freshUser() {
        return StoredUsers.fresh(store);
    }
}
