package derrick.persistence.systemlog;

import derrick.domain.account.UserId;
import derrick.domain.systemlog.SystemLogs;
import derrick.domain.systemlog.SystemLogsContract;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.account.StoredUsers;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiSystemLogsTest implements SystemLogsContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private Store store;

    @BeforeAll
    void connect() {
        store = PooledConnections.storeOn(database);
    }

    @Override
    public SystemLogs logs() {
        return new JdbiSystemLogs(store);
    }

    @Override
    public UserId freshUser() {
        return StoredUsers.fresh(store);
    }
}
