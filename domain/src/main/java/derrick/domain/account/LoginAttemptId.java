package derrick.domain.account;

import derrick.domain.field.Require;

/** The number of an attempt to sign in: 1 or more, never given to another. */
public record LoginAttemptId(long value) {
    /** @throws derrick.domain.field.InvalidField if the number is less than 1 */
    public LoginAttemptId {
        Require.that(value >= 1, "id", "must be 1 or more");
    }
}
