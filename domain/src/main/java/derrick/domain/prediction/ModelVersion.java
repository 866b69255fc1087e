package derrick.domain.prediction;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.page.PageCursor;

/**
 * A model as it came out of one training, and whether it is the one of its name that predicts.
 *
 * @param active whether it predicts; one version of a model does
 */
public record ModelVersion(ModelVersionId id, ModelMetadata facts, boolean active) {
    /** @throws IllegalTransition if it is active */
    public ModelVersion activate() {
        ModelVersion activated = new ModelVersion(id, facts, true);
        if (active) {
            throw new IllegalTransition(toString(), stage(), activated.stage());
        }
        return activated;
    }

    /** Where it stands, in a word. */
    public String stage() {
        return active ? "active" : "inactive";
    }

    /** Where it stands in a list by the time of training; whatever has none was trained before all others. */
    public PageCursor cursor() {
        return new PageCursor(facts.trainedAt().orElse(PageCursor.OLDEST.time()), id.value());
    }

    /** Model and version by name. */
    @Override
    public String toString() {
        return "model %s version %s".formatted(facts.model(), facts.version());
    }
}
