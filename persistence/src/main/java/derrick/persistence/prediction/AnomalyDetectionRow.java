package derrick.persistence.prediction;

import derrick.domain.document.JsonValue;
import derrick.domain.prediction.AnomalyDetection;
import derrick.domain.prediction.AnomalyDetectionId;
import derrick.domain.prediction.AnomalyScore;
import derrick.domain.prediction.AnomalySeverity;
import derrick.domain.prediction.Investigation;
import derrick.domain.prediction.Investigation.Investigated;
import derrick.domain.prediction.Investigation.Open;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A row of {@code anomaly_detections}. {@code affectedParameters} is a JSON array of strings. */
public record AnomalyDetectionRow(
        long id,
        String rigId,
        Instant timestamp,
        boolean isAnomaly,
        double anomalyScore,
        JsonValue affectedParameters,
        String severity,
        Optional<String> description,
        boolean investigated,
        Optional<String> investigationNotes) {

    static AnomalyDetectionRow of(AnomalyDetection detection) {
        Optional<String> notes = notes(detection.investigation());
        return new AnomalyDetectionRow(
                detection.id().value(),
                detection.rig().value(),
                detection.time(),
                detection.anomaly(),
                detection.score().value(),
                JsonValue.array(detection.affectedParameters().stream()
                        .map(JsonValue::of)
                        .toList()),
                detection.severity().toString(),
                detection.description(),
                notes.isPresent(),
                notes);
    }

    AnomalyDetection detection() {
        return new AnomalyDetection(
                new AnomalyDetectionId(id),
                new RigId(rigId),
                timestamp,
                isAnomaly,
                new AnomalyScore(anomalyScore),
                names(),
                AnomalySeverity.valueOf(severity.toUpperCase(Locale.ROOT)),
                description,
                investigationNotes.<Investigation>map(Investigated::new).orElseGet(Open::new));
    }

    private static Optional<String> notes(Investigation investigation) {
        return investigation instanceof Investigated investigated
                ? Optional.of(investigated.notes())
                : Optional.empty();
    }

    private List<String> names() {
        return ((JsonValue.JsonArray) affectedParameters)
                .items().stream()
                        .map(item -> ((JsonValue.JsonString) item).value())
                        .toList();
    }
}
