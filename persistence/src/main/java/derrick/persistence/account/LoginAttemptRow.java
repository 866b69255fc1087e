package derrick.persistence.account;

import derrick.domain.account.IpAddress;
import derrick.domain.account.LoginAttempt;
import derrick.domain.account.LoginAttempt.Outcome;
import derrick.domain.account.LoginAttemptId;
import derrick.domain.account.Username;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A row of {@code login_attempts}. */
public record LoginAttemptRow(
        long id,
        String username,
        Optional<String> ipAddress,
        Optional<String> userAgent,
        Instant attemptedAt,
        String outcome) {

    static LoginAttemptRow of(LoginAttempt attempt) {
        return new LoginAttemptRow(
                attempt.id().value(),
                attempt.username().value(),
                attempt.source().map(IpAddress::value),
                attempt.userAgent(),
                attempt.at(),
                attempt.outcome().toString());
    }

    LoginAttempt attempt() {
        return new LoginAttempt(
                new LoginAttemptId(id),
                new Username(username),
                ipAddress.map(IpAddress::new),
                userAgent,
                attemptedAt,
                Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)));
    }
}
