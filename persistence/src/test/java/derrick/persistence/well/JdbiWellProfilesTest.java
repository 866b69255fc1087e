package derrick.persistence.well;

import derrick.domain.well.WellProfiles;
import derrick.domain.well.WellProfilesContract;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiWellProfilesTest implements WellProfilesContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private WellProfiles profiles;

    @BeforeAll
    void connect() {
        profiles = new JdbiWellProfiles(PooledConnections.storeOn(database));
    }

    @Override
    public WellProfiles profiles() {
        return profiles;
    }
}
