package derrick.persistence.reconciliation;

import derrick.domain.document.JsonValue;
import derrick.domain.reconciliation.DvrRecord;
import derrick.domain.reconciliation.DvrRecordId;
import derrick.domain.reconciliation.DvrStatus;
import derrick.domain.reconciliation.DvrVerdict;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A row of {@code dvr_process_history}. */
public record DvrRecordRow(
        long id,
        Optional<String> rigId,
        JsonValue rawRecord,
        Optional<JsonValue> reconciledRecord,
        boolean isValid,
        Optional<String> reason,
        boolean anomalyFlag,
        Optional<JsonValue> anomalyDetails,
        String status,
        Optional<String> notes,
        Optional<String> source,
        Instant createdAt,
        Instant updatedAt) {

    static DvrRecordRow of(DvrRecord record) {
        DvrVerdict verdict = record.verdict();
        return new DvrRecordRow(
                record.id().value(),
                record.rig().map(RigId::value),
                record.raw(),
                verdict.reconciled(),
                verdict.valid(),
                verdict.reason(),
                verdict.anomaly(),
                verdict.anomalyDetails(),
                record.status().toString(),
                record.notes(),
                record.source(),
                record.createdAt(),
                record.updatedAt());
    }

    DvrRecord record() {
        return new DvrRecord(
                new DvrRecordId(id),
                rigId.map(RigId::new),
                rawRecord,
                new DvrVerdict(isValid, reason, reconciledRecord, anomalyFlag, anomalyDetails),
                source,
                DvrStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                notes,
                createdAt,
                updatedAt);
    }
}
