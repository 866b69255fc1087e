package derrick.domain.prediction;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.sensor.TimeRange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Anomaly detections in memory, for tests. Thread-safe. */
public final class InMemoryAnomalyDetections implements AnomalyDetections {
    private final Map<AnomalyDetectionId, AnomalyDetection> stored = new HashMap<>();
    private long lastId;

    @Override
    public synchronized AnomalyDetectionId nextId() {
        return new AnomalyDetectionId(++lastId);
    }

    @Override
    public synchronized void add(AnomalyDetection detection) {
        if (stored.putIfAbsent(detection.id(), detection) != null) {
            throw new IllegalStateException("there is an anomaly detection " + detection.id());
        }
    }

    @Override
    public synchronized Optional<AnomalyDetection> find(AnomalyDetectionId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public List<AnomalyDetection> list(TimeRange span, Page page) {
        return list(
                page,
                detection -> detection.rig().equals(span.rig())
                        && !detection.time().isBefore(span.from())
                        && detection.time().isBefore(span.to()));
    }

    @Override
    public List<AnomalyDetection> listOpenAnomalies(Page page) {
        return list(page, detection -> detection.anomaly() && detection.investigation() instanceof Investigation.Open);
    }

    @Override
    public synchronized boolean replace(AnomalyDetection before, AnomalyDetection after) {
        return find(before.id())
                .filter(current -> current.investigation().equals(before.investigation()))
                .map(current -> stored.put(current.id(), after))
                .isPresent();
    }

    private synchronized List<AnomalyDetection> list(Page page, Predicate<AnomalyDetection> condition) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return stored.values().stream()
                .filter(condition)
                .filter(detection -> detection.cursor().compareTo(after) < 0)
                .sorted(Comparator.comparing(AnomalyDetection::cursor).reversed())
                .limit(page.limit())
                .toList();
    }
}
