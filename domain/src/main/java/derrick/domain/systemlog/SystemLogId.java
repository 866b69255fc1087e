package derrick.domain.systemlog;

import derrick.domain.field.Require;

/** The number of a log entry: 1 or more, never given to another. */
public record SystemLogId(long value) {
    /** @throws derrick.domain.field.InvalidField if the number is less than 1 */
    public SystemLogId {
        Require.that(value >= 1, "id", "must be 1 or more");
    }
}
