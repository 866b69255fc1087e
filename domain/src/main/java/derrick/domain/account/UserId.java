package derrick.domain.account;

import derrick.domain.field.Require;

/** The number of a user's account: 1 or more, never given to another. */
public record UserId(long value) {
    /** @throws derrick.domain.field.InvalidField if the number is less than 1 */
    public UserId {
        Require.that(value >= 1, "user_id", "must be 1 or more");
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
