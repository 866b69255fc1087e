package derrick.persistence.maintenance;

import static derrick.domain.maintenance.MaintenanceAlertSamples.FINDING;
import static derrick.domain.maintenance.MaintenanceScheduleSamples.NOON;
import static derrick.domain.maintenance.MaintenanceScheduleSamples.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.maintenance.AlertHandling;
import derrick.domain.maintenance.MaintenanceAlert;
import derrick.domain.maintenance.MaintenanceAlerts;
import derrick.domain.maintenance.MaintenancePlanning;
import derrick.domain.maintenance.MaintenanceSchedule;
import derrick.domain.maintenance.MaintenanceSchedules;
import derrick.domain.rig.RigSamples;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Racers;
import derrick.persistence.store.Racers.Finish;
import derrick.persistence.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many people at the same alert or the same work: one gets through, the others hear why they did not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaintenanceRacesTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private MaintenanceAlerts alerts;
    private MaintenanceSchedules schedules;
    private AlertHandling desk;
    private MaintenancePlanning planning;

    @BeforeAll
    void connect() {
        Store store = new Store(Jdbi.create(new PooledConnections(database.dataSource())));
        alerts = new JdbiMaintenanceAlerts(store);
        schedules = new JdbiMaintenanceSchedules(store);
        desk = new AlertHandling(alerts, Clock.systemUTC());
        planning = new MaintenancePlanning(schedules, Clock.systemUTC());
    }

    @Test
    void ofManyWhoTakeOnAnAlertOneDoes() throws Exception {
        MaintenanceAlert alert = desk.raise(RigSamples.fresh(), FINDING, Optional.empty());

        Finish<MaintenanceAlert> finish =
                Racers.race(number -> desk.acknowledge(alert.id(), "person " + number, Optional.empty()));

        assertThat(finish.lost())
                .hasSize(49)
                .allSatisfy(loss -> assertThat(loss)
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessage("maintenance alert %s is acknowledged and cannot become acknowledged", alert.id()));
        assertThat(alerts.find(alert.id())).contains(finish.won().get(0));
    }

    /** However many put alerts back at once, each alert is put back once. */
    @Test
    void whatIsOnTheShelfTooLongIsPutBackOnce() throws Exception {
        MaintenanceAlert alert = desk.raise(RigSamples.fresh(), FINDING, Optional.empty());
        desk.shelve(alert.id(), "Bo", Duration.ofHours(1), "known");
        AlertHandling later = new AlertHandling(alerts, Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));

        Finish<Integer> finish = Racers.race(number -> later.returnShelved(100));

        assertThat(finish.lost()).isEmpty();
        assertThat(finish.won().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(alerts.find(alert.id())).contains(alert);
    }

    @Test
    void ofManyWhoBeginOrGiveUpTheSameWorkOneDoes() throws Exception {
        MaintenanceSchedule work =
                planning.schedule(RigSamples.fresh(), WORK, NOON, Optional.empty(), Optional.empty());
        planning.start(work.id());

        Finish<MaintenanceSchedule> finish =
                Racers.race(number -> number % 2 == 0 ? planning.complete(work.id()) : planning.cancel(work.id()));

        assertThat(finish.lost())
                .hasSize(49)
                .allSatisfy(loss -> assertThat(loss).isInstanceOf(IllegalTransition.class));
        assertThat(schedules.find(work.id())).contains(finish.won().get(0));
    }
}
