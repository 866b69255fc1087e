package derrick.domain.prediction;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.prediction.Investigation.Open;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores the results of detectors, and what people find out about the anomalies. */
public final class AnomalyReview {
    private final AnomalyDetections detections;

    public AnomalyReview(AnomalyDetections detections) {
        this.detections = detections;
    }

    /**
     * Stores a detector's result, not investigated yet.
     *
     * @param time the time of the readings, which may be long before now
     */
    public AnomalyDetection record(
            RigId rig,
            Instant time,
            boolean anomaly,
            AnomalyScore score,
            List<String> affectedParameters,
            AnomalySeverity severity,
            Optional<String> description) {
        AnomalyDetection detection = new AnomalyDetection(
                detections.nextId(), rig, time, anomaly, score, affectedParameters, severity, description, new Open());
        detections.add(detection);
        return detection;
    }

    /**
     * Records the result of an investigation.
     *
     * @throws NotFound if there is no such detection
     * @throws IllegalTransition if it is not open, or was changed concurrently
     * @throws derrick.domain.field.InvalidField if the notes are empty
     */
    public AnomalyDetection investigate(AnomalyDetectionId id, String notes) {
        AnomalyDetection before = find(id);
        AnomalyDetection after = before.investigate(notes);
        if (!detections.replace(before, after)) {
            throw new IllegalTransition("anomaly detection " + id, find(id).investigation(), after.investigation());
        }
        return after;
    }

    private AnomalyDetection find(AnomalyDetectionId id) {
        return detections.find(id).orElseThrow(() -> new NotFound("anomaly detection", id));
    }
}
