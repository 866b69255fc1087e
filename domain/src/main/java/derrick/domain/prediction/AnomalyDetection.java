package derrick.domain.prediction;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import derrick.domain.prediction.Investigation.Investigated;
import derrick.domain.prediction.Investigation.Open;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A detector's result for a rig at one instant.
 *
 * @param anomaly whether the readings are an anomaly; detectors also report normal readings
 * @param affectedParameters the unusual parameters, named as the detector names them, largest contribution first
 */
public record AnomalyDetection(
        AnomalyDetectionId id,
        RigId rig,
        Instant time,
        boolean anomaly,
        AnomalyScore score,
        List<String> affectedParameters,
        AnomalySeverity severity,
        Optional<String> description,
        Investigation investigation) {

    /** @throws derrick.domain.field.InvalidField if a text is too long, or the time finer than a microsecond */
    public AnomalyDetection {
        Require.time("timestamp", time);
        affectedParameters = List.copyOf(affectedParameters);
        affectedParameters.forEach(name -> Require.textOrEmpty("affected_parameters", name, Require.MAX_TEXT_LENGTH));
        description.ifPresent(text -> Require.textOrEmpty("description", text, Require.MAX_TEXT_LENGTH));
    }

    /** @throws IllegalTransition if it is not open */
    public AnomalyDetection investigate(String notes) {
        Investigated investigated = new Investigated(notes);
        if (!(investigation instanceof Open)) {
            throw new IllegalTransition("anomaly detection " + id, investigation, investigated);
        }
        return new AnomalyDetection(
                id, rig, time, anomaly, score, affectedParameters, severity, description, investigated);
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(time, id.value());
    }
}
