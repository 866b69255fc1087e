package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;

import derrick.domain.account.LoginAttempt.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Attempts to sign in, for the tests of whatever keeps, carries or shows them. */
public final class LoginAttemptSamples {
    public static final Optional<IpAddress> RIG_SITE = Optional.of(new IpAddress("203.0.113.7"));

    private LoginAttemptSamples() {}

    /** An attempt that failed, from the rig site. */
    public static LoginAttempt failed(LoginAttemptId id, Username name, Instant at) {
        return new LoginAttempt(id, name, RIG_SITE, Optional.empty(), at, Outcome.FAILED);
    }

    /** An attempt of every kind but for its outcome: with everything known and nothing, the longest texts. */
    public static List<LoginAttempt> everyKind(Supplier<LoginAttemptId> ids, Username name) {
        return List.of(
                failed(ids.get(), name, NOON.plus(1, ChronoUnit.MICROS)),
                new LoginAttempt(ids.get(), name, Optional.empty(), Optional.of(""), NOON, Outcome.FAILED),
                new LoginAttempt(
                        ids.get(),
                        name,
                        Optional.of(new IpAddress("0000:0000:0000:0000:0000:ffff:255.255.255.255")),
                        Optional.of("𝄞".repeat(255)),
                        Instant.parse("1999-12-31T23:59:59.999999Z"),
                        Outcome.FAILED));
    }
}
