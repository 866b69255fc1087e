package derrick.persistence.account;

import derrick.domain.account.BlacklistedTokens;
import derrick.domain.account.BlacklistedTokensContract;
import derrick.domain.account.UserId;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiBlacklistedTokensTest implements BlacklistedTokensContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private Store store;

    @BeforeAll
    void connect() {
        store = PooledConnections.storeOn(database);
    }

    @Override
    public BlacklistedTokens tokens() {
        return new JdbiBlacklistedTokens(store);
    }

    @Override
    public UserId freshUser() {
        return StoredUsers.fresh(store);
    }
}
