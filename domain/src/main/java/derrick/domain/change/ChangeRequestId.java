package derrick.domain.change;

import derrick.domain.field.Require;

/** The ID of a change request: 1 or more, never reused. */
public record ChangeRequestId(long value) {
    /** @throws derrick.domain.field.InvalidField if the ID is less than 1 */
    public ChangeRequestId {
        Require.that(value >= 1, "id", "must be 1 or more");
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
