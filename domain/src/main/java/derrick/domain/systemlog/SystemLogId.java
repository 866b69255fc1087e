package derrick.domain.systemlog;

import derrick.domain.field.Require;

/** The ID of a log entry: 1 or more, never reused. */
public record SystemLogId(long value) {
    /** @throws derrick.domain.field.InvalidField if the ID is less than 1 */
    public SystemLogId {
        Require.that(value >= 1, "id", "must be 1 or more");
    }
}
