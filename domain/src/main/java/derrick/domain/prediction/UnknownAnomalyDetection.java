package derrick.domain.prediction;

/** A number that no anomaly detection has. */
public final class UnknownAnomalyDetection extends RuntimeException {
    public UnknownAnomalyDetection(AnomalyDetectionId id) {
        super("there is no anomaly detection %s".formatted(id));
    }
}
