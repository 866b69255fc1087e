package derrick.persistence.well;

import static derrick.domain.well.WellProfileSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.failure.IllegalTransition;
import derrick.domain.page.Page;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.rig.RigId;
import derrick.domain.rig.RigSamples;
import derrick.domain.well.DrillingSession;
import derrick.domain.well.DrillingSessionLog;
import derrick.domain.well.DrillingSessions;
import derrick.domain.well.SessionAlreadyOpen;
import derrick.domain.well.WellId;
import derrick.domain.well.WellPlanning;
import derrick.domain.well.WellPlanning.StaleWellPlan;
import derrick.domain.well.WellProfile;
import derrick.domain.well.WellProfileSamples;
import derrick.domain.well.WellProfiles;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.ConcurrentCalls;
import derrick.persistence.store.ConcurrentCalls.Results;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of fifty concurrent updates of a rig or a well one succeeds, and the others fail with the reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WellRaceTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private static final MeasuredDepth START = new MeasuredDepth(1000);

    private WellProfiles profiles;
    private DrillingSessions sessions;
    private WellPlanning planning;
    private DrillingSessionLog log;

    @BeforeAll
    void connect() {
        Store store = PooledConnections.storeOn(database);
        profiles = new JdbiWellProfiles(store);
        sessions = new JdbiDrillingSessions(store);
        planning = new WellPlanning(profiles, Clock.systemUTC());
        log = new DrillingSessionLog(sessions, Clock.systemUTC());
    }

    @Test
    void oneSessionIsOpenedOnARig() throws Exception {
        RigId rig = RigSamples.fresh();
        WellId well = planned().well();

        Results<DrillingSession> results = ConcurrentCalls.run(number -> log.open(rig, well, START, Optional.empty()));

        assertThat(results.failed())
                .hasSize(49)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(SessionAlreadyOpen.class));
        assertThat(results.succeeded()).hasSize(1);
        assertThat(sessions.list(rig, Page.first(100))).isEqualTo(results.succeeded());
    }

    @Test
    void aSessionEndsOnce() throws Exception {
        DrillingSession open = log.open(RigSamples.fresh(), planned().well(), START, Optional.empty());

        Results<DrillingSession> results = ConcurrentCalls.run(number ->
                number % 2 == 0 ? log.complete(open.id(), new MeasuredDepth(1000 + number)) : log.cancel(open.id()));

        assertThat(results.failed())
                .hasSize(49)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessageMatching("drilling session \\d+ is (completed|cancelled) and cannot become .*"));
        assertThat(results.succeeded()).hasSize(1);
        assertThat(sessions.find(open.id())).contains(results.succeeded().get(0));
    }

    @Test
    void aWellIsPlannedOnce() throws Exception {
        WellId well = WellProfileSamples.freshWell();

        Results<WellProfile> results = ConcurrentCalls.run(
                number -> planning.plan(well, RigSamples.fresh(), WellProfileSamples.PLAN, Optional.empty()));

        assertThat(results.failed())
                .hasSize(49)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(AlreadyExists.class));
        assertThat(profiles.find(well)).contains(results.succeeded().get(0));
    }

    @Test
    void oneRevisionOfAPlanIsAccepted() throws Exception {
        WellProfile seen = planned();

        Results<WellProfile> results = ConcurrentCalls.run(number -> planning.revise(
                seen.well(),
                seen.updatedAt(),
                WellProfileSamples.plan(500, 3, number, 2500, 2200, 2400),
                Optional.empty()));

        assertThat(results.failed())
                .hasSize(49)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(StaleWellPlan.class));
        assertThat(profiles.find(seen.well())).contains(results.succeeded().get(0));
    }

    private WellProfile planned() {
        WellProfile profile = WellProfileSamples.planned(profiles.nextId(), WellProfileSamples.freshWell(), NOON);
        profiles.add(profile);
        return profile;
    }
}
