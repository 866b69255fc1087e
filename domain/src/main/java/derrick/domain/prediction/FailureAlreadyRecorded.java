package derrick.domain.prediction;

import java.time.Instant;

/** A component that a prediction was about was to fail a second time. */
public final class FailureAlreadyRecorded extends RuntimeException {
    public FailureAlreadyRecorded(RulPredictionId id, Instant known, Instant told) {
        super("the component of RUL prediction %s failed at %s and cannot fail at %s".formatted(id, known, told));
    }
}
