package derrick.domain.prediction;

import derrick.domain.failure.NotFound;
import derrick.domain.field.Require;
import derrick.domain.rig.RigId;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Records predictions of the remaining useful life of components, and how they turned out. */
public final class RulForecasting {
    private final RulPredictions predictions;
    private final Clock clock;

    public RulForecasting(RulPredictions predictions, Clock clock) {
        this.predictions = predictions;
        this.clock = clock;
    }

    /** Keeps what a model says now. */
    public RulPrediction predict(
            RigId rig,
            String component,
            RemainingLife remaining,
            Confidence confidence,
            String model,
            Optional<String> recommendation) {
        RulPrediction prediction = new RulPrediction(
                predictions.nextId(),
                rig,
                component,
                remaining,
                confidence,
                model,
                Microseconds.now(clock),
                recommendation,
                Optional.empty());
        predictions.add(prediction);
        return prediction;
    }

    /**
     * Notes when the component that a prediction was about did fail.
     *
     * @throws NotFound if there is no such prediction
     * @throws FailureAlreadyRecorded if that is known already, or was changed concurrently
     * @throws derrick.domain.field.InvalidField if it failed before the prediction was made, or is yet to fail
     */
    public RulPrediction failed(RulPredictionId id, Instant at) {
        Require.that(!at.isAfter(Microseconds.now(clock)), "actual_failure_time", "must not lie in the future");
        RulPrediction before = find(id);
        RulPrediction after = before.failed(at);
        if (!predictions.replace(before, after)) {
            throw new FailureAlreadyRecorded(id, find(id).failedAt().orElseThrow(), at);
        }
        return after;
    }

    private RulPrediction find(RulPredictionId id) {
        return predictions.find(id).orElseThrow(() -> new NotFound("RUL prediction", id));
    }
}
