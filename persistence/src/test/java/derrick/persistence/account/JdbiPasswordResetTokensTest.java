package derrick.persistence.account;

import derrick.domain.account.PasswordResetTokens;
import derrick.domain.account.PasswordResetTokensContract;
import derrick.domain.account.UserId;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiPasswordResetTokensTest implements PasswordResetTokensContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private Store store;

    @BeforeAll
    void connect() {
        store = PooledConnections.storeOn(database);
    }

    @Override
    public PasswordResetTokens tokens() {
        return new JdbiPasswordResetTokens(store);
    }

    @Override
    public UserId freshUser() {
        return StoredUsers.fresh(store);
    }
}
