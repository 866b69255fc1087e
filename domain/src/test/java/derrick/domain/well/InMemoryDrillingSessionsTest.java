package derrick.domain.well;

import org.junit.jupiter.api.BeforeEach;

class InMemoryDrillingSessionsTest implements DrillingSessionsContract {
    private static final WellId WELL = WellProfileSamples.freshWell();

    private final WellProfiles wells = new InMemoryWellProfiles();
    private final DrillingSessions sessions = new InMemoryDrillingSessions(wells);

    @BeforeEach
    void plan() {
        wells.add(WellProfileSamples.planned(wells.nextId(), WELL, WellProfileSamples.NOON));
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
