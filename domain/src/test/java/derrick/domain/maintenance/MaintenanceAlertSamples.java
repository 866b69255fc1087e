package derrick.domain.maintenance;

import derrick.domain.maintenance.AlertStage.Acknowledged;
import derrick.domain.maintenance.AlertStage.Active;
import derrick.domain.maintenance.AlertStage.Resolved;
import derrick.domain.maintenance.AlertStage.Shelved;
import derrick.domain.reconciliation.DvrRecordId;
import derrick.domain.rig.RigSamples;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Maintenance alerts for tests. */
public final class MaintenanceAlertSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public static final AlertDetails DETAILS =
            new AlertDetails("mud pump 1", "vibration", AlertSeverity.WARNING, "liner washed out", Optional.empty());

    private static final Instant LATER = NOON.plus(1, ChronoUnit.MICROS);

    private MaintenanceAlertSamples() {}

    /** Returns an active alert. */
    public static MaintenanceAlert active(MaintenanceAlertId id, Instant at) {
        return new MaintenanceAlert(id, RigSamples.fresh(), DETAILS, Optional.empty(), at, new Active());
    }

    /** Returns the alert at another stage. */
    public static MaintenanceAlert at(MaintenanceAlert alert, AlertStage stage) {
        return new MaintenanceAlert(
                alert.id(), alert.rig(), alert.details(), alert.evidence(), alert.createdAt(), stage);
    }

    /** Returns valid stages, at least one of each type. */
    public static List<AlertStage> everyStage() {
        Acknowledgement withoutNotes = new Acknowledgement("𝄞".repeat(100), NOON, Optional.empty());
        Acknowledgement withNotes = new Acknowledgement("Ann", LATER, Optional.of("𝄞 on it,\nspare ordered"));
        return List.of(
                new Active(),
                new Acknowledged(withoutNotes),
                new Acknowledged(withNotes),
                new Shelved("Bo", NOON, LATER, "known; spare comes on Monday", Optional.empty()),
                new Shelved("é".repeat(100), LATER, LATER.plusSeconds(1), "\"'\\ 𝄞", Optional.of(withoutNotes)),
                new Shelved("Bo", NOON, NOON.plusSeconds(60), "again", Optional.of(withNotes)),
                new Resolved(withoutNotes, "Cy", LATER, Optional.empty()),
                new Resolved(withNotes, "𝄞".repeat(100), NOON, Optional.of("liner\nreplaced")));
    }

    /** Returns alerts of each stage and severity, with the longest texts, with and without evidence. */
    public static List<MaintenanceAlert> everyKind(Supplier<MaintenanceAlertId> ids, DvrRecordId evidence) {
        List<MaintenanceAlert> kinds = new ArrayList<>();
        for (AlertStage stage : everyStage()) {
            kinds.add(at(active(ids.get(), NOON), stage));
        }
        for (AlertSeverity severity : AlertSeverity.values()) {
            AlertDetails details = new AlertDetails(
                    "𝄞".repeat(100), "é".repeat(50), severity, "\"'\\ \n".repeat(1000), Optional.of(LATER));
            kinds.add(new MaintenanceAlert(
                    ids.get(), RigSamples.fresh(), details, Optional.of(evidence), LATER, new Active()));
        }
        return kinds;
    }
}
