package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;

import derrick.domain.account.LoginAttempt.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Login attempts for tests. */
public final class LoginAttemptSamples {
    public static final Optional<IpAddress> RIG_SITE = Optional.of(new IpAddress("203.0.113.7"));

    private LoginAttemptSamples() {}

    /** Returns a failed attempt from {@link #RIG_SITE}. */
    public static LoginAttempt failed(LoginAttemptId id, Username name, Instant at) {
        return new LoginAttempt(id, name, RIG_SITE, Optional.empty(), at, Outcome.FAILED);
    }

    /** Returns failed attempts with all values, without the optional ones, and with texts of maximal length. */
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
