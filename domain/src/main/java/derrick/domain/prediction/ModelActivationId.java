package derrick.domain.prediction;

import derrick.domain.field.Require;

/** The ID of a model version's activation: 1 or more, never reused. */
public record ModelActivationId(long value) {
    /** @throws derrick.domain.field.InvalidField if the ID is less than 1 */
    public ModelActivationId {
        Require.that(value >= 1, "id", "must be 1 or more");
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
