package derrick.domain.maintenance;

import static derrick.domain.maintenance.MaintenanceAlertSamples.DETAILS;
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
import derrick.domain.store.ConcurrentCaller;
import derrick.domain.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AlertHandlingTest {
    private static final RigId RIG = new RigId("F-9A");
    private static final Duration HOUR = Duration.ofHours(1);

    private final MaintenanceAlerts alerts = new InMemoryMaintenanceAlerts(new InMemoryDvrRecords());
    private final SettableClock clock = new SettableClock(NOON.plusNanos(1));
    private final AlertHandling handling = new AlertHandling(alerts, clock);

    @Test
    void aRaisedAlertIsActive() {
        MaintenanceAlert alert = handling.raise(RIG, DETAILS, Optional.empty());

        assertThat(alert)
                .isEqualTo(new MaintenanceAlert(alert.id(), RIG, DETAILS, Optional.empty(), NOON, new Active()));
        assertThat(alerts.find(alert.id())).contains(alert);
    }

    @Test
    void theEvidenceOfAnAlertMustExist() {
        assertThatThrownBy(() -> handling.raise(RIG, DETAILS, Optional.of(new DvrRecordId(404))))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no DVR record 404");
    }

    @Test
    void anAlertIsAcknowledgedBeforeItIsResolved() {
        MaintenanceAlertId id = raise();

        assertThatThrownBy(() -> handling.resolve(id, "Cy", Optional.empty()))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("maintenance alert %s is active and cannot become resolved", id);
        handling.acknowledge(id, "Ann", Optional.of("on it"));
        clock.advance(HOUR);
        handling.resolve(id, "Cy", Optional.of("replaced"));

        Acknowledgement acknowledgement = new Acknowledgement("Ann", NOON, Optional.of("on it"));
        assertThat(stage(id)).isEqualTo(new Resolved(acknowledgement, "Cy", NOON.plus(HOUR), Optional.of("replaced")));
    }

    @Test
    void aShelvedAlertCannotBeAcknowledged() {
        MaintenanceAlertId id = raise();

        handling.shelve(id, "Bo", HOUR.plusNanos(999), "known");

        assertThat(stage(id)).isEqualTo(new Shelved("Bo", NOON, NOON.plus(HOUR), "known", Optional.empty()));
        assertThatThrownBy(() -> handling.acknowledge(id, "Ann", Optional.empty()))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("maintenance alert %s is shelved and cannot become acknowledged", id);
        handling.unshelve(id);
        assertThat(stage(id)).isEqualTo(new Active());
    }

    @Test
    void anAlertWhoseShelvingExpiredCanBeAcknowledged() {
        MaintenanceAlertId id = raise();
        handling.shelve(id, "Bo", HOUR, "known");
        clock.advance(HOUR);

        handling.acknowledge(id, "Ann", Optional.empty());

        assertThat(stage(id))
                .isEqualTo(new Acknowledged(new Acknowledgement("Ann", NOON.plus(HOUR), Optional.empty())));
    }

    @Test
    void expiredShelvingsAreEnded() {
        List<MaintenanceAlertId> expired = List.of(raise(), raise(), raise());
        handling.acknowledge(expired.get(0), "Ann", Optional.empty());
        AlertStage acknowledged = stage(expired.get(0));
        expired.forEach(id -> handling.shelve(id, "Bo", HOUR, "known"));
        MaintenanceAlertId longer = raise();
        handling.shelve(longer, "Bo", HOUR.plusNanos(1000), "known");
        clock.advance(HOUR);

        assertThat(handling.unshelveExpired(2)).isEqualTo(2);
        assertThat(handling.unshelveExpired(2)).isEqualTo(1);
        assertThat(handling.unshelveExpired(2)).isZero();

        assertThat(expired).extracting(this::stage).containsExactly(acknowledged, new Active(), new Active());
        assertThat(stage(longer).status()).isEqualTo(AlertStatus.SHELVED);
    }

    @Test
    void anAlertIsShelvedForMoreThanZeroAndAtMostSevenDays() {
        MaintenanceAlertId id = raise();

        assertThatThrownBy(() -> handling.shelve(id, "Bo", AlertHandling.MAX_SHELVING.plusNanos(1), "known"))
                .isInstanceOf(InvalidField.class)
                .hasMessage("shelved_until must be at most 7 days from now");
        assertThatThrownBy(() -> handling.shelve(id, "Bo", Duration.ofNanos(999), "known"))
                .hasMessage("shelved_until must be after shelved_at");
        assertThat(stage(id)).isEqualTo(new Active());

        handling.shelve(id, "Bo", AlertHandling.MAX_SHELVING, "known");
        assertThat(stage(id).status()).isEqualTo(AlertStatus.SHELVED);
    }

    @Test
    void aConcurrentChangeIsReported() {
        MaintenanceAlertId id = raise();
        AlertHandling second = new AlertHandling(
                ConcurrentCaller.before(
                        "replace",
                        MaintenanceAlerts.class,
                        alerts,
                        () -> handling.shelve(id, "Bo", Duration.ofHours(1), "known")),
                clock);

        assertThatThrownBy(() -> second.acknowledge(id, "Ann", Optional.empty()))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("maintenance alert %s is shelved and cannot become acknowledged", id);
        assertThat(stage(id).status()).isEqualTo(AlertStatus.SHELVED);
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThatThrownBy(() -> handling.unshelve(new MaintenanceAlertId(404)))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no maintenance alert 404");
    }

    private MaintenanceAlertId raise() {
        return handling.raise(RIG, DETAILS, Optional.empty()).id();
    }

    private AlertStage stage(MaintenanceAlertId id) {
        return alerts.find(id).orElseThrow().stage();
    }
}
