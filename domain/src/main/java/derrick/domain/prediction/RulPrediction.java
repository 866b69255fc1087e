package derrick.domain.prediction;

import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a model expected, at one time, of the life that was left in a rig's component.
 *
 * @param model which model said so, by name and version
 * @param recommendation what should be done about it
 * @param failedAt when the component did fail, once that is known
 */
public record RulPrediction(
        RulPredictionId id,
        RigId rig,
        String component,
        RemainingLife remaining,
        Confidence confidence,
        String model,
        Instant predictedAt,
        Optional<String> recommendation,
        Optional<Instant> failedAt) {
    private static final int MAX_COMPONENT_LENGTH = 100;
    private static final int MAX_MODEL_LENGTH = 50;

    /** @throws derrick.domain.field.InvalidField if a text is empty or too long, or a time finer than a microsecond */
    public RulPrediction {
        Require.text("component", component, MAX_COMPONENT_LENGTH);
        Require.text("model_used", model, MAX_MODEL_LENGTH);
        Require.time("timestamp", predictedAt);
        recommendation.ifPresent(text -> Require.textOrEmpty("recommendation", text, Require.MAX_TEXT_LENGTH));
        failedAt.ifPresent(time -> Require.time("actual_failure_time", time));
    }

    /**
     * The same prediction, and what came of it.
     *
     * @throws derrick.domain.field.InvalidField if the component failed before this was said
     * @throws FailureAlreadyRecorded if it is known already when the component failed
     */
    public RulPrediction failed(Instant at) {
        Require.that(!at.isBefore(predictedAt), "actual_failure_time", "must not lie before timestamp, " + predictedAt);
        if (failedAt.isPresent()) {
            throw new FailureAlreadyRecorded(id, failedAt.get(), at);
        }
        return new RulPrediction(
                id, rig, component, remaining, confidence, model, predictedAt, recommendation, Optional.of(at));
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(predictedAt, id.value());
    }
}
