package derrick.domain.prediction;

import derrick.domain.page.Page;
import derrick.domain.sensor.TimeRange;
import java.util.List;
import java.util.Optional;

/** All that detectors ever said of rigs. */
public interface AnomalyDetections {
    /** Returns an ID that no detection has had. */
    AnomalyDetectionId nextId();

    void add(AnomalyDetection detection);

    Optional<AnomalyDetection> find(AnomalyDetectionId id);

    /** Those of a rig in a span, the newest first. */
    List<AnomalyDetection> list(TimeRange span, Page page);

    /** Anomalies that nobody has looked into, of any rig, the newest first. */
    List<AnomalyDetection> listOpenAnomalies(Page page);

    /** Replaces the stored detection if its stage still equals that of {@code before}; returns whether it was replaced. */
    boolean replace(AnomalyDetection before, AnomalyDetection after);
}
