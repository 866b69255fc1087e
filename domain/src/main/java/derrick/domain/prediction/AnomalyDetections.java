package derrick.domain.prediction;

import derrick.domain.page.Page;
import derrick.domain.sensor.TimeRange;
import java.util.List;
import java.util.Optional;

/** All that detectors ever said of rigs. */
public interface AnomalyDetections {
    /** A number no detection has had, so that a detection always has its number. */
    AnomalyDetectionId nextId();

    void add(AnomalyDetection detection);

    Optional<AnomalyDetection> find(AnomalyDetectionId id);

    /** Those of a rig in a span, the newest first. */
    List<AnomalyDetection> list(TimeRange span, Page page);

    /** Anomalies that nobody has looked into, of any rig, the newest first. */
    List<AnomalyDetection> listOpenAnomalies(Page page);

    /** Keeps {@code after} if the detection still stands where {@code before} stood; says whether it did. */
    boolean replace(AnomalyDetection before, AnomalyDetection after);
}
