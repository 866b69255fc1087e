package derrick.domain.prediction;

import derrick.domain.field.Require;

/** The confidence of a model in its prediction, from 0 to 1. */
public record Confidence(double value) {
    /** @throws derrick.domain.field.InvalidField if it is out of this range */
    public Confidence {
        Require.that(value >= 0 && value <= 1, "confidence", "must be a number from 0 to 1");
    }
}
