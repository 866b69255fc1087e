package derrick.domain.account;

import derrick.domain.field.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * The recent logins of a user.
 *
 * @param failedInARow wrong passwords since the last correct one
 * @param lockedUntil when the lock that an administrator set ends, if there is one
 */
public record LoginSummary(int failedInARow, Optional<Instant> lockedUntil, Optional<Instant> last) {
    public static final LoginSummary NONE = new LoginSummary(0, Optional.empty(), Optional.empty());

    /** @throws derrick.domain.field.InvalidField if the number is negative or a time is finer than a microsecond */
    public LoginSummary {
        Require.that(failedInARow >= 0, "failed_login_attempts", "must be 0 or more");
        lockedUntil.ifPresent(time -> Require.time("locked_until", time));
        last.ifPresent(time -> Require.time("last_login", time));
    }

    /** Returns this summary without the failed attempts. */
    LoginSummary withoutFailures() {
        return new LoginSummary(0, lockedUntil, last);
    }

    LoginSummary withLock(Optional<Instant> until) {
        return new LoginSummary(failedInARow, until, last);
    }
}
