package derrick.domain.reconciliation;

import derrick.domain.field.Require;

/** The ID of a DVR record: 1 or more, never reused. */
public record DvrRecordId(long value) {
    /** @throws derrick.domain.field.InvalidField if the ID is less than 1 */
    public DvrRecordId {
        Require.that(value >= 1, "id", "must be 1 or more");
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
