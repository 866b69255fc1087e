package derrick.domain.prediction;

import derrick.domain.field.Require;

/** How far from the ordinary a detector finds readings: from 0, quite ordinary, to 1. */
public record AnomalyScore(double value) {
    /** @throws derrick.domain.field.InvalidField if it is another number */
    public AnomalyScore {
        Require.that(value >= 0 && value <= 1, "anomaly_score", "must be a number from 0 to 1");
    }
}
