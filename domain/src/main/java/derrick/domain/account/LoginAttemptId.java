package derrick.domain.account;

import derrick.domain.field.Require;

/** The ID of a login attempt: 1 or more, never reused. */
public record LoginAttemptId(long value) {
    /** @throws derrick.domain.field.InvalidField if the ID is less than 1 */
    public LoginAttemptId {
        Require.that(value >= 1, "id", "must be 1 or more");
    }
}
