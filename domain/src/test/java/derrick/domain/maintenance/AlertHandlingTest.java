package derrick.domain.maintenance;

import static derrick.domain.maintenance.MaintenanceAlertSamples.FINDING;
import static derrick.domain.maintenance.MaintenanceAlertSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.field.InvalidField;
import derrick.domain.maintenance.AlertStage.Acknowledged;
import derrick.domain.maintenance.AlertStage.Active;
import derrick.domain.maintenance.AlertStage.Resolved;
import derrick.domain.maintenance.AlertStage.Shelved;
import derrick.domain.reconciliation.DvrRecordId;
import derrick.domain.reconciliation.InMemoryDvrRecords;
import derrick.domain.rig.RigId;
import derrick.domain.time.HandClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AlertHandlingTest {
    private static final RigId RIG = new RigId("F-9A");
    private static final Duration HOUR = Duration.ofHours(1);

    private final MaintenanceAlerts alerts = new InMemoryMaintenanceAlerts(new InMemoryDvrRecords());
    private final HandClock clock = new HandClock(NOON.plusNanos(1));
    private final AlertHandling desk = new AlertHandling(alerts, clock);

    @Test
    void anAlertComesInAsActive() {
        MaintenanceAlert alert = desk.raise(RIG, FINDING, Optional.empty());

        assertThat(alert)
                .isEqualTo(new MaintenanceAlert(alert.id(), RIG, FINDING, Optional.empty(), NOON, new Active()));
        assertThat(alerts.find(alert.id())).contains(alert);
    }

    @Test
    void anAlertIsRaisedOnARecordThatThereIs() {
        assertThatThrownBy(() -> desk.raise(RIG, FINDING, Optional.of(new DvrRecordId(404))))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no DVR record 404");
    }

    @Test
    void anAlertIsSeenToAndThenResolved() {
        MaintenanceAlertId id = raised();

        assertThatThrownBy(() -> desk.resolve(id, "Cy", Optional.empty()))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("maintenance alert %s is active and cannot become resolved", id);
        desk.acknowledge(id, "Ann", Optional.of("on it"));
        clock.advance(HOUR);
        desk.resolve(id, "Cy", Optional.of("replaced"));

        Acknowledgement seen = new Acknowledgement("Ann", NOON, Optional.of("on it"));
        assertThat(stage(id)).isEqualTo(new Resolved(seen, "Cy", NOON.plus(HOUR), Optional.of("replaced")));
    }

    @Test
    void aShelvedAlertWaitsForItsTime() {
        MaintenanceAlertId id = raised();

        desk.shelve(id, "Bo", HOUR.plusNanos(999), "known");

        assertThat(stage(id)).isEqualTo(new Shelved("Bo", NOON, NOON.plus(HOUR), "known", Optional.empty()));
        assertThatThrownBy(() -> desk.acknowledge(id, "Ann", Optional.empty()))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("maintenance alert %s is shelved and cannot become acknowledged", id);
        desk.unshelve(id);
        assertThat(stage(id)).isEqualTo(new Active());
    }

    @Test
    void anAlertWhoseTimeIsOverIsSeenToEvenBeforeItIsPutBack() {
        MaintenanceAlertId id = raised();
        desk.shelve(id, "Bo", HOUR, "known");
        clock.advance(HOUR);

        desk.acknowledge(id, "Ann", Optional.empty());

        assertThat(stage(id))
                .isEqualTo(new Acknowledged(new Acknowledgement("Ann", NOON.plus(HOUR), Optional.empty())));
    }

    @Test
    void whatHasBeenOnTheShelfLongEnoughIsPutBack() {
        List<MaintenanceAlertId> over = List.of(raised(), raised(), raised());
        desk.acknowledge(over.get(0), "Ann", Optional.empty());
        AlertStage acknowledged = stage(over.get(0));
        over.forEach(id -> desk.shelve(id, "Bo", HOUR, "known"));
        MaintenanceAlertId longer = raised();
        desk.shelve(longer, "Bo", HOUR.plusNanos(1000), "known");
        clock.advance(HOUR);

        assertThat(desk.returnShelved(2)).isEqualTo(2);
        assertThat(desk.returnShelved(2)).isEqualTo(1);
        assertThat(desk.returnShelved(2)).isZero();

        assertThat(over).extracting(this::stage).containsExactly(acknowledged, new Active(), new Active());
        assertThat(stage(longer).status()).isEqualTo(AlertStatus.SHELVED);
    }

    @Test
    void nothingIsShelvedForLongerThanAWeekOrForNoTime() {
        MaintenanceAlertId id = raised();

        assertThatThrownBy(() -> desk.shelve(id, "Bo", AlertHandling.SHELVED_AT_MOST.plusNanos(1), "known"))
                .isInstanceOf(InvalidField.class)
                .hasMessage("shelved_until must be at most 7 days from now");
        assertThatThrownBy(() -> desk.shelve(id, "Bo", Duration.ofNanos(999), "known"))
                .hasMessage("shelved_until must be after shelved_at");
        assertThat(stage(id)).isEqualTo(new Active());

        desk.shelve(id, "Bo", AlertHandling.SHELVED_AT_MOST, "known");
        assertThat(stage(id).status()).isEqualTo(AlertStatus.SHELVED);
    }

    @Test
    void whoIsOvertakenHearsWhatBecameOfTheAlert() {
        MaintenanceAlertId id = raised();
        AlertHandling slow = new AlertHandling(new OvertakenMaintenanceAlerts(alerts, desk, id), clock);

        assertThatThrownBy(() -> slow.acknowledge(id, "Ann", Optional.empty()))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("maintenance alert %s is shelved and cannot become acknowledged", id);
        assertThat(stage(id).status()).isEqualTo(AlertStatus.SHELVED);
    }

    @Test
    void aNumberThatNoAlertHasIsNamed() {
        assertThatThrownBy(() -> desk.unshelve(new MaintenanceAlertId(404)))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no maintenance alert 404");
    }

    private MaintenanceAlertId raised() {
        return desk.raise(RIG, FINDING, Optional.empty()).id();
    }

    private AlertStage stage(MaintenanceAlertId id) {
        return alerts.find(id).orElseThrow().stage();
    }
}
