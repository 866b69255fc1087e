package derrick.persistence.maintenance;

import derrick.domain.maintenance.Acknowledgement;
import derrick.domain.maintenance.AlertDetails;
import derrick.domain.maintenance.AlertSeverity;
import derrick.domain.maintenance.AlertStage;
import derrick.domain.maintenance.AlertStage.Acknowledged;
import derrick.domain.maintenance.AlertStage.Active;
import derrick.domain.maintenance.AlertStage.Resolved;
import derrick.domain.maintenance.AlertStage.Shelved;
import derrick.domain.maintenance.AlertStatus;
import derrick.domain.maintenance.MaintenanceAlert;
import derrick.domain.maintenance.MaintenanceAlertId;
import derrick.domain.reconciliation.DvrRecordId;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A row of {@code maintenance_alerts}. The columns of other stages than the alert's own are NULL. */
public record MaintenanceAlertRow(
        long id,
        String rigId,
        String component,
        String alertType,
        String severity,
        String message,
        Optional<Instant> predictedFailureTime,
        Instant createdAt,
        String status,
        Optional<String> acknowledgedBy,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledgementNotes,
        Optional<String> shelvedBy,
        Optional<Instant> shelvedAt,
        Optional<Instant> shelvedUntil,
        Optional<String> shelvingReason,
        Optional<Instant> resolvedAt,
        Optional<String> resolvedBy,
        Optional<String> resolutionNotes,
        Optional<Long> dvrHistoryId) {

    static MaintenanceAlertRow of(MaintenanceAlert alert) {
        AlertStage stage = alert.stage();
        Optional<Acknowledgement> acknowledgement = acknowledgement(stage);
        Optional<Shelved> shelved = stage instanceof Shelved current ? Optional.of(current) : Optional.empty();
        Optional<Resolved> resolved = stage instanceof Resolved current ? Optional.of(current) : Optional.empty();
        return new MaintenanceAlertRow(
                alert.id().value(),
                alert.rig().value(),
                alert.details().component(),
                alert.details().type(),
                alert.details().severity().toString(),
                alert.details().message(),
                alert.details().failureExpectedAt(),
                alert.createdAt(),
                stage.status().toString(),
                acknowledgement.map(Acknowledgement::by),
                acknowledgement.map(Acknowledgement::at),
                acknowledgement.flatMap(Acknowledgement::notes),
                shelved.map(Shelved::by),
                shelved.map(Shelved::at),
                shelved.map(Shelved::until),
                shelved.map(Shelved::reason),
                resolved.map(Resolved::at),
                resolved.map(Resolved::by),
                resolved.flatMap(Resolved::notes),
                alert.evidence().map(DvrRecordId::value));
    }

    MaintenanceAlert alert() {
        return new MaintenanceAlert(
                new MaintenanceAlertId(id),
                new RigId(rigId),
                new AlertDetails(
                        component,
                        alertType,
                        AlertSeverity.valueOf(severity.toUpperCase(Locale.ROOT)),
                        message,
                        predictedFailureTime),
                dvrHistoryId.map(DvrRecordId::new),
                createdAt,
                stage());
    }

    private AlertStage stage() {
        Optional<Acknowledgement> acknowledgement =
                acknowledgedBy.map(by -> new Acknowledgement(by, acknowledgedAt.orElseThrow(), acknowledgementNotes));
        return switch (AlertStatus.valueOf(status.toUpperCase(Locale.ROOT))) {
            case ACTIVE -> new Active();
            case ACKNOWLEDGED -> new Acknowledged(acknowledgement.orElseThrow());
            case SHELVED ->
                new Shelved(
                        shelvedBy.orElseThrow(),
                        shelvedAt.orElseThrow(),
                        shelvedUntil.orElseThrow(),
                        shelvingReason.orElseThrow(),
                        acknowledgement);
            case RESOLVED ->
                new Resolved(
                        acknowledgement.orElseThrow(),
                        resolvedBy.orElseThrow(),
                        resolvedAt.orElseThrow(),
                        resolutionNotes);
        };
    }

    private static Optional<Acknowledgement> acknowledgement(AlertStage stage) {
        if (stage instanceof Acknowledged acknowledged) {
            return Optional.of(acknowledged.acknowledgement());
        }
        if (stage instanceof Shelved shelved) {
            return shelved.acknowledgement();
        }
        return stage instanceof Resolved resolved ? Optional.of(resolved.acknowledgement()) : Optional.empty();
    }
}
