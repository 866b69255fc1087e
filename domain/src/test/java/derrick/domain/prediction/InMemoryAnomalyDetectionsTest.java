package derrick.domain.prediction;

class InMemoryAnomalyDetectionsTest implements AnomalyDetectionsContract {
    private final AnomalyDetections detections = new InMemoryAnomalyDetections();

    @Override
    public AnomalyDetections detections() {
        return detections;
    }
}
