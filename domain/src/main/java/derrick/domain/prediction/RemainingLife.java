package derrick.domain.prediction;

import derrick.domain.field.Require;

/** How long a component will still do its work: hours of running, 0 or more. */
public record RemainingLife(double hours) {
    /** @throws derrick.domain.field.InvalidField if it is less than nothing, or no finite number */
    public RemainingLife {
        Require.that(
                hours >= 0 && Double.isFinite(hours), "predicted_rul", "must be a finite number of hours, 0 or more");
    }
}
