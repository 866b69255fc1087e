package derrick.domain.prediction;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.page.PageCursor;

/**
 * A version of a model, the result of one training.
 *
 * @param active whether predictions use it; at most one version of a model is active
 */
public record ModelVersion(ModelVersionId id, ModelMetadata metadata, boolean active) {
    /** @throws IllegalTransition if it is active */
    public ModelVersion activate() {
        ModelVersion activated = new ModelVersion(id, metadata, true);
        if (active) {
            throw new IllegalTransition(toString(), stage(), activated.stage());
        }
        return activated;
    }

    /** Returns {@code active} or {@code inactive}. */
    public String stage() {
        return active ? "active" : "inactive";
    }

    /** Returns the position in a list ordered by the time of training; versions without one are the oldest. */
    public PageCursor cursor() {
        return new PageCursor(metadata.trainedAt().orElse(PageCursor.OLDEST.time()), id.value());
    }

    /** Returns the names of the model and the version. */
    @Override
    public String toString() {
        return "model %s version %s".formatted(metadata.model(), metadata.version());
    }
}
