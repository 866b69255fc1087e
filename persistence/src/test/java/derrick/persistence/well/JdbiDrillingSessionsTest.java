package derrick.persistence.well;

import derrick.domain.well.DrillingSessions;
import derrick.domain.well.DrillingSessionsContract;
import derrick.domain.well.WellId;
import derrick.domain.well.WellProfileSamples;
import derrick.domain.well.WellProfiles;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbiDrillingSessionsTest implements DrillingSessionsContract {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private static final WellId WELL = WellProfileSamples.freshWell();

    private DrillingSessions sessions;

    @BeforeAll
    void connect() {
        Store store = PooledConnections.storeOn(database);
        WellProfiles wells = new JdbiWellProfiles(store);
        wells.add(WellProfileSamples.planned(wells.nextId(), WELL, WellProfileSamples.NOON));
        sessions = new JdbiDrillingSessions(store);
    }

    @Override
    public DrillingSessions sessions() {
        return sessions;
    }

    @Override
    public WellId knownWell() {
        return WELL;
    }
}
