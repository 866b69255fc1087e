package derrick.domain.prediction;

import derrick.domain.field.Require;

/** The remaining useful life of a component, in running hours: 0 or more. */
public record RemainingLife(double hours) {
    /** @throws derrick.domain.field.InvalidField if it is negative or not finite */
    public RemainingLife {
        Require.that(
                hours >= 0 && Double.isFinite(hours), "predicted_rul", "must be a finite number of hours, 0 or more");
    }
}
