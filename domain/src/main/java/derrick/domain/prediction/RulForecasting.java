package derrick.domain.prediction;

import derrick.domain.failure.NotFound;
import derrick.domain.field.Require;
import derrick.domain.rig.RigId;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Records predictions of the remaining useful life of components, and the failures that happened. */
public final class RulForecasting {
    private final RulPredictions predictions;
    private final Clock clock;

    public RulForecasting(RulPredictions predictions, Clock clock) {
        this.predictions = predictions;
        this.clock = clock;
    }

    /** Thrown when the failure of the component is recorded already. */
    public static final class FailureAlreadyRecorded extends RuntimeException {
        FailureAlreadyRecorded(RulPredictionId id, Instant recorded, Instant rejected) {
            super("the component of RUL prediction %s failed at %s and cannot fail at %s"
                    .formatted(id, recorded, rejected));
        }
    }

    /** Stores a prediction with the current time. */
    public RulPrediction recordPrediction(
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
     * Records when the component of a prediction failed.
     *
     * @throws NotFound if there is no such prediction
     * @throws FailureAlreadyRecorded if a failure is recorded already
     * @throws derrick.domain.field.InvalidField if the time is before the prediction or in the future
     */
    public RulPrediction recordFailure(RulPredictionId id, Instant at) {
        Require.that(!at.isAfter(Microseconds.now(clock)), "actual_failure_time", "must not lie in the future");
        RulPrediction before = find(id);
        RulPrediction after = before.withFailure(at);
        if (!predictions.replace(before, after)) {
            throw new FailureAlreadyRecorded(id, find(id).failedAt().orElseThrow(), at);
        }
        return after;
    }

    private RulPrediction find(RulPredictionId id) {
        return predictions.find(id).orElseThrow(() -> new NotFound("RUL prediction", id));
    }
}
