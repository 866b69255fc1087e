package derrick.persistence.prediction;

import derrick.domain.prediction.Confidence;
import derrick.domain.prediction.RemainingLife;
import derrick.domain.prediction.RulPrediction;
import derrick.domain.prediction.RulPredictionId;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code rul_predictions}. */
public record RulPredictionRow(
        long id,
        String rigId,
        String component,
        double predictedRul,
        double confidence,
        Instant timestamp,
        String modelUsed,
        Optional<String> recommendation,
        Optional<Instant> actualFailureTime) {

    static RulPredictionRow of(RulPrediction prediction) {
        return new RulPredictionRow(
                prediction.id().value(),
                prediction.rig().value(),
                prediction.component(),
                prediction.remaining().hours(),
                prediction.confidence().value(),
                prediction.predictedAt(),
                prediction.model(),
                prediction.recommendation(),
                prediction.failedAt());
    }

    RulPrediction prediction() {
        return new RulPrediction(
                new RulPredictionId(id),
                new RigId(rigId),
                component,
                new RemainingLife(predictedRul),
                new Confidence(confidence),
                modelUsed,
                timestamp,
                recommendation,
                actualFailureTime);
    }
}
