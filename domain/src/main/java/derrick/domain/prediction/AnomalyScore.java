package derrick.domain.prediction;

import derrick.domain.field.Require;

/** A detector's score of how unusual readings are, from 0 (normal) to 1. */
public record AnomalyScore(double value) {
    /** @throws derrick.domain.field.InvalidField if it is out of this range */
    public AnomalyScore {
        Require.that(value >= 0 && value <= 1, "anomaly_score", "must be a number from 0 to 1");
    }
}
