package derrick.domain.prediction;

import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import derrick.domain.prediction.RulForecasting.FailureAlreadyRecorded;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Optional;

/**
 * A model's prediction of the remaining useful life of a rig's component.
 *
 * @param model the name and version of the model
 * @param recommendation the recommended action
 * @param failedAt when the component failed, if it has
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
     * Returns the prediction with the time of the failure.
     *
     * @throws derrick.domain.field.InvalidField if the time is before the prediction
     * @throws FailureAlreadyRecorded if a failure is recorded already
     */
    public RulPrediction withFailure(Instant at) {
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
