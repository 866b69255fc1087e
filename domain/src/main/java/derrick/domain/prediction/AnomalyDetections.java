package derrick.domain.prediction;

import derrick.domain.page.Page;
import derrick.domain.sensor.TimeRange;
import java.util.List;
import java.util.Optional;

/** The repository of anomaly detections. */
public interface AnomalyDetections {
    /** Returns an ID that no detection has had. */
    AnomalyDetectionId nextId();

    void add(AnomalyDetection detection);

    Optional<AnomalyDetection> find(AnomalyDetectionId id);

    /** Returns the detections of a rig in a time range, newest first. */
    List<AnomalyDetection> list(TimeRange range, Page page);

    /** Returns the anomalies of all rigs that are not investigated, newest first. */
    List<AnomalyDetection> listOpenAnomalies(Page page);

    /**
     * Replaces the stored detection if its investigation still equals that of {@code before}; returns whether it did.
     */
    boolean replace(AnomalyDetection before, AnomalyDetection after);
}
