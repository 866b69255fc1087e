package derrick.domain.account;

import derrick.domain.field.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * How a user's signing in went of late.
 *
 * @param failedInARow wrong passwords since the last right one
 * @param lockedUntil until when no password is looked at, if somebody ruled so
 */
public record LoginSummary(int failedInARow, Optional<Instant> lockedUntil, Optional<Instant> last) {
    public static final LoginSummary NONE = new LoginSummary(0, Optional.empty(), Optional.empty());

    /** @throws derrick.domain.field.InvalidField if the number is negative or a time is finer than a microsecond */
    public LoginSummary {
        Require.that(failedInARow >= 0, "failed_login_attempts", "must be 0 or more");
        lockedUntil.ifPresent(time -> Require.time("locked_until", time));
        last.ifPresent(time -> Require.time("last_login", time));
    }

    /** With nothing held against the user that guessing at a password did. */
    LoginSummary forgiven() {
        return new LoginSummary(0, lockedUntil, last);
    }

    LoginSummary lockedUntil(Optional<Instant> next) {
        return new LoginSummary(failedInARow, next, last);
    }
}
