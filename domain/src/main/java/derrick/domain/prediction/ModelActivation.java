package derrick.domain.prediction;

import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import java.time.Instant;
import java.util.Optional;

/**
 * That a version of a model became the active one. It was so until the next activation of that model.
 *
 * @param by who decided it, if that was stored
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
