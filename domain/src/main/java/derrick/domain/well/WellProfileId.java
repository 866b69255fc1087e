package derrick.domain.well;

import derrick.domain.field.Require;

/** The ID of a well's profile: 1 or more, never reused. */
public record WellProfileId(long value) {
    /** @throws derrick.domain.field.InvalidField if the ID is less than 1 */
    public WellProfileId {
        Require.that(value >= 1, "id", "must be 1 or more");
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
