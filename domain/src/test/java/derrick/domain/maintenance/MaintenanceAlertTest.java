package derrick.domain.maintenance;

import static derrick.domain.maintenance.MaintenanceAlertSamples.NOON;
import static derrick.domain.maintenance.MaintenanceAlertSamples.active;
import static derrick.domain.maintenance.MaintenanceAlertSamples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.field.InvalidField;
import derrick.domain.maintenance.AlertStage.Acknowledged;
import derrick.domain.maintenance.AlertStage.Active;
import derrick.domain.maintenance.AlertStage.Resolved;
import derrick.domain.maintenance.AlertStage.Shelved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MaintenanceAlertTest {
    private static final MaintenanceAlert ACTIVE = active(new MaintenanceAlertId(7), NOON);
    private static final Acknowledgement ACKNOWLEDGEMENT = new Acknowledgement("Ann", NOON, Optional.empty());

    private static final Map<AlertStatus, Set<AlertStatus>> NEXT_STATUSES = Map.of(
            AlertStatus.ACTIVE, Set.of(AlertStatus.ACKNOWLEDGED, AlertStatus.SHELVED),
            AlertStatus.ACKNOWLEDGED, Set.of(AlertStatus.RESOLVED, AlertStatus.SHELVED),
            AlertStatus.SHELVED, Set.of(AlertStatus.ACTIVE));

    private static final Map<AlertStatus, UnaryOperator<MaintenanceAlert>> TRANSITIONS = Map.of(
            AlertStatus.ACTIVE, MaintenanceAlert::unshelve,
            AlertStatus.ACKNOWLEDGED, alert -> alert.acknowledge(ACKNOWLEDGEMENT),
            AlertStatus.SHELVED, alert -> alert.shelve("Bo", NOON, NOON.plusSeconds(60), "known"),
            AlertStatus.RESOLVED, alert -> alert.resolve("Cy", NOON, Optional.empty()));

    static List<AlertStage> everyStage() {
        return List.of(
                new Active(),
                new Acknowledged(ACKNOWLEDGEMENT),
                shelved(Optional.empty()),
                new Resolved(ACKNOWLEDGEMENT, "Cy", NOON, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("everyStage")
    void anAlertMovesOnlyAlongTheStageDiagram(AlertStage stage) {
        MaintenanceAlert alert = at(ACTIVE, stage);
        TRANSITIONS.forEach((next, step) -> {
            if (NEXT_STATUSES.getOrDefault(stage.status(), Set.of()).contains(next)) {
                assertThat(step.apply(alert).stage().status()).isEqualTo(next);
            } else {
                assertThatThrownBy(() -> step.apply(alert))
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessage("maintenance alert 7 is %s and cannot become %s", stage.status(), next);
            }
        });
    }

    @Test
    void afterShelvingAnAlertReturnsToItsPreviousStage() {
        for (AlertStage before : List.of(new Active(), new Acknowledged(ACKNOWLEDGEMENT))) {
            MaintenanceAlert alert = at(ACTIVE, before);

            assertThat(alert.shelve("Bo", NOON, NOON.plusSeconds(60), "known").unshelve())
                    .isEqualTo(alert);
        }
    }

    @Test
    void aShelvingEndsAtItsTime() {
        MaintenanceAlert alert = at(ACTIVE, shelved(Optional.of(ACKNOWLEDGEMENT)));

        assertThat(alert.asOf(NOON.plusSeconds(60).minusNanos(1))).isEqualTo(alert);
        assertThat(alert.asOf(NOON.plusSeconds(60)).stage()).isEqualTo(new Acknowledged(ACKNOWLEDGEMENT));
        assertThat(ACTIVE.asOf(NOON.plusSeconds(60))).isEqualTo(ACTIVE);
    }

    @Test
    void anAlertKeepsTheValuesOfEarlierStages() {
        MaintenanceAlert resolved =
                ACTIVE.acknowledge(ACKNOWLEDGEMENT).resolve("Cy", NOON.plusSeconds(1), Optional.of("replaced"));

        assertThat(resolved)
                .isEqualTo(
                        at(ACTIVE, new Resolved(ACKNOWLEDGEMENT, "Cy", NOON.plusSeconds(1), Optional.of("replaced"))));
    }

    @Test
    void invalidValuesAreReportedWithTheirField() {
        assertThatThrownBy(() -> new Shelved("Bo", NOON, NOON, "known", Optional.empty()))
                .isInstanceOf(InvalidField.class)
                .hasMessage("shelved_until must be after shelved_at");
        assertThatThrownBy(() -> new Shelved("Bo", NOON, NOON.plusSeconds(1), "", Optional.empty()))
                .hasMessageStartingWith("shelving_reason must be");
        assertThatThrownBy(() -> new Shelved("", NOON, NOON.plusSeconds(1), "known", Optional.empty()))
                .hasMessage("shelved_by must be 1 to 100 characters");
        assertThatThrownBy(() -> new Acknowledgement("x".repeat(101), NOON, Optional.empty()))
                .hasMessage("acknowledged_by must be at most 100 characters");
        assertThatThrownBy(() -> new Acknowledgement("Ann", NOON.plusNanos(1), Optional.empty()))
                .hasMessage("acknowledged_at must not be finer than a microsecond");
        assertThatThrownBy(() -> new Acknowledgement("Ann", NOON, Optional.of("")))
                .hasMessageStartingWith("acknowledgement_notes must be");
        assertThatThrownBy(() -> new Resolved(ACKNOWLEDGEMENT, "", NOON, Optional.empty()))
                .hasMessage("resolved_by must be 1 to 100 characters");
        assertThatThrownBy(() -> new Resolved(ACKNOWLEDGEMENT, "Cy", NOON.plusNanos(1), Optional.empty()))
                .hasMessage("resolved_at must not be finer than a microsecond");
        assertThatThrownBy(() -> new MaintenanceAlertId(0)).hasMessage("id must be 1 or more");
        assertThatThrownBy(() -> active(new MaintenanceAlertId(7), NOON.plusNanos(1)))
                .hasMessage("created_at must not be finer than a microsecond");
    }

    @Test
    void theTextsOfAnAlertAreChecked() {
        assertThatThrownBy(() -> new AlertDetails("", "vibration", AlertSeverity.INFO, "shakes", Optional.empty()))
                .hasMessage("component must be 1 to 100 characters");
        assertThatThrownBy(
                        () -> new AlertDetails("pump", "x".repeat(51), AlertSeverity.INFO, "shakes", Optional.empty()))
                .hasMessage("alert_type must be at most 50 characters");
        assertThatThrownBy(() -> new AlertDetails("pump", "vibration", AlertSeverity.INFO, "", Optional.empty()))
                .hasMessageStartingWith("message must be");
        assertThatThrownBy(() -> new AlertDetails(
                        "pump", "vibration", AlertSeverity.INFO, "shakes", Optional.of(NOON.plusNanos(1))))
                .hasMessage("predicted_failure_time must not be finer than a microsecond");
    }

    private static Shelved shelved(Optional<Acknowledgement> before) {
        return new Shelved("Bo", NOON, NOON.plusSeconds(60), "known", before);
    }
}
