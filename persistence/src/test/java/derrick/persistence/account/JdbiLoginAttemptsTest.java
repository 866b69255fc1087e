package derrick.persistence.account;

import derrick.domain.account.LoginAttempts;
import derrick.domain.account.LoginAttemptsContract;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiLoginAttemptsTest implements LoginAttemptsContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private Store store;

    @BeforeAll
    void connect() {
        store = PooledConnections.storeOn(database);
    }

    @Override
    public LoginAttempts attempts() {
        return new JdbiLoginAttempts(store);
    }
}
