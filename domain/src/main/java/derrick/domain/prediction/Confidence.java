package derrick.domain.prediction;

import derrick.domain.field.Require;

/** How sure a model is of what it predicts: from 0, not at all, to 1, entirely. */
public record Confidence(double value) {
    /** @throws derrick.domain.field.InvalidField if it is another number */
    public Confidence {
        Require.that(value >= 0 && value <= 1, "confidence", "must be a number from 0 to 1");
    }
}
