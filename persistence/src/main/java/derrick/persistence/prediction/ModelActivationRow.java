package derrick.persistence.prediction;

import derrick.domain.prediction.ModelActivation;
import derrick.domain.prediction.ModelActivationId;
import derrick.domain.prediction.ModelName;
import derrick.domain.prediction.ModelVersionId;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code model_activations}. */
public record ModelActivationRow(
        long id, String modelName, long modelVersionId, Instant activatedAt, Optional<String> activatedBy) {

    static ModelActivationRow of(ModelActivation activation) {
        return new ModelActivationRow(
                activation.id().value(),
                activation.model().value(),
                activation.version().value(),
                activation.at(),
                activation.by());
    }

    ModelActivation activation() {
        return new ModelActivation(
                new ModelActivationId(id),
                new ModelName(modelName),
                new ModelVersionId(modelVersionId),
                activatedAt,
                activatedBy);
    }
}
