package derrick.domain.prediction;

import derrick.domain.page.Page;
import derrick.domain.sensor.TimeRange;
import java.util.List;
import java.util.Optional;

/** The repository of predictions of remaining useful life. */
public interface RulPredictions {
    /** Returns an ID that no prediction has had. */
    RulPredictionId nextId();

    void add(RulPrediction prediction);

    Optional<RulPrediction> find(RulPredictionId id);

    /** Returns the predictions for a rig that were made in a time range, newest first. */
    List<RulPrediction> list(TimeRange range, Page page);

    /** Replaces the stored prediction if its failure still equals that of {@code before}; returns whether it did. */
    boolean replace(RulPrediction before, RulPrediction after);
}
