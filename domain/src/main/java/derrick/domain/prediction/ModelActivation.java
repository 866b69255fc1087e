package derrick.domain.prediction;

import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import java.time.Instant;
import java.util.Optional;

/**
 * The activation of a version of a model. The version is active until the model's next activation.
 *
 * @param by the person who activated it, if known
 */
public record ModelActivation(
        ModelActivationId id, ModelName model, ModelVersionId version, Instant at, Optional<String> by) {
    private static final int MAX_PERSON_LENGTH = 100;

    /** @throws derrick.domain.field.InvalidField if a text is empty or too long, or a time finer than a microsecond */
    public ModelActivation {
        Require.time("activated_at", at);
        Require.text("activated_by", by, MAX_PERSON_LENGTH);
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(at, id.value());
    }
}
