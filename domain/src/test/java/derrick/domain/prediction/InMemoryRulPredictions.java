package derrick.domain.prediction;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.sensor.TimeRange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Predictions in memory, for tests. Thread-safe. */
public final class InMemoryRulPredictions implements RulPredictions {
    private final Map<RulPredictionId, RulPrediction> stored = new HashMap<>();
    private long lastId;

    @Override
    public synchronized RulPredictionId nextId() {
        return new RulPredictionId(++lastId);
    }

    @Override
    public synchronized void add(RulPrediction prediction) {
        if (stored.putIfAbsent(prediction.id(), prediction) != null) {
            throw new IllegalStateException("there is a RUL prediction " + prediction.id());
        }
    }

    @Override
    public synchronized Optional<RulPrediction> find(RulPredictionId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized List<RulPrediction> list(TimeRange span, Page page) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return stored.values().stream()
                .filter(prediction -> prediction.rig().equals(span.rig()))
                .filter(prediction -> !prediction.predictedAt().isBefore(span.from()))
                .filter(prediction -> prediction.predictedAt().isBefore(span.to()))
                .filter(prediction -> prediction.cursor().compareTo(after) < 0)
                .sorted(Comparator.comparing(RulPrediction::cursor).reversed())
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized boolean replace(RulPrediction before, RulPrediction after) {
        return find(before.id())
                .filter(current -> current.failedAt().equals(before.failedAt()))
                .map(current -> stored.put(current.id(), after))
                .isPresent();
    }
}
