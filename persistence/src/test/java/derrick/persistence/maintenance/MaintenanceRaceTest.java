package derrick.persistence.maintenance;

import static derrick.domain.maintenance.MaintenanceAlertSamples.DETAILS;
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
import derrick.persistence.store.ConcurrentCalls;
import derrick.persistence.store.ConcurrentCalls.Results;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of fifty concurrent updates of an alert or a schedule one succeeds, and the others fail with the reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaintenanceRaceTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private MaintenanceAlerts alerts;
    private MaintenanceSchedules schedules;
    private AlertHandling handling;
    private MaintenancePlanning planning;

    @BeforeAll
    void connect() {
        Store store = PooledConnections.storeOn(database);
        alerts = new JdbiMaintenanceAlerts(store);
        schedules = new JdbiMaintenanceSchedules(store);
        handling = new AlertHandling(alerts, Clock.systemUTC());
        planning = new MaintenancePlanning(schedules, Clock.systemUTC());
    }

    @Test
    void anAlertIsAcknowledgedOnce() throws Exception {
        MaintenanceAlert alert = handling.raise(RigSamples.fresh(), DETAILS, Optional.empty());

        Results<MaintenanceAlert> results =
                ConcurrentCalls.run(number -> handling.acknowledge(alert.id(), "person " + number, Optional.empty()));

        assertThat(results.failed())
                .hasSize(49)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessage("maintenance alert %s is acknowledged and cannot become acknowledged", alert.id()));
        assertThat(alerts.find(alert.id())).contains(results.succeeded().get(0));
    }

    @Test
    void aShelvedAlertIsReturnedOnce() throws Exception {
        MaintenanceAlert alert = handling.raise(RigSamples.fresh(), DETAILS, Optional.empty());
        handling.shelve(alert.id(), "Bo", Duration.ofHours(1), "known");
        AlertHandling later = new AlertHandling(alerts, Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));

        Results<Integer> results = ConcurrentCalls.run(number -> later.unshelveExpired(100));

        assertThat(results.failed()).isEmpty();
        assertThat(results.succeeded().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(1);
        assertThat(alerts.find(alert.id())).contains(alert);
    }

    @Test
    void ofCompletionsAndCancellationsOneSucceeds() throws Exception {
        MaintenanceSchedule work =
                planning.schedule(RigSamples.fresh(), WORK, NOON, Optional.empty(), Optional.empty());
        planning.start(work.id());

        Results<MaintenanceSchedule> results = ConcurrentCalls.run(
                number -> number % 2 == 0 ? planning.complete(work.id()) : planning.cancel(work.id()));

        assertThat(results.failed())
                .hasSize(49)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(IllegalTransition.class));
        assertThat(schedules.find(work.id())).contains(results.succeeded().get(0));
    }
}
