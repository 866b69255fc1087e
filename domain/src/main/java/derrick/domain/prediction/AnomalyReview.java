package derrick.domain.prediction;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.prediction.Investigation.Open;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where detectors report, and where people note what was behind it. */
public final class AnomalyReview {
    private final AnomalyDetections detections;

    public AnomalyReview(AnomalyDetections detections) {
        this.detections = detections;
    }

    /**
     * Keeps what a detector said; nobody has looked into it yet.
     *
     * @param time of the readings, which may be well before now
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
     * Notes what was behind it.
     *
     * @throws NotFound if there is no such detection
     * @throws IllegalTransition if it is not open, or was changed concurrently
     * @throws derrick.domain.field.InvalidField if there are no notes
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
