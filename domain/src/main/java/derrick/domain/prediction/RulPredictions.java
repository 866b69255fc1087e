package derrick.domain.prediction;

import derrick.domain.page.Page;
import derrick.domain.sensor.TimeRange;
import java.util.List;
import java.util.Optional;

/** All that models ever predicted of the life of components. */
public interface RulPredictions {
    /** Returns an ID that no prediction has had. */
    RulPredictionId nextId();

    void add(RulPrediction prediction);

    Optional<RulPrediction> find(RulPredictionId id);

    /** Those made of a rig in a span, the newest first. */
    List<RulPrediction> list(TimeRange span, Page page);

    /** Keeps {@code after} if no more is known of the prediction than {@code before} knew; says whether it did. */
    boolean replace(RulPrediction before, RulPrediction after);
}
