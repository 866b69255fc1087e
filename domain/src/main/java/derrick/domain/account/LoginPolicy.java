package derrick.domain.account;

import derrick.domain.account.LoginAttempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides how long logins are refused after failed attempts. Three failures in a row from one address have no effect.
 * Each further one doubles the delay for that address, from a second to 15 minutes. After 20 failures within a day,
 * from any addresses, the account is refused until the day is over or its password is changed.
 */
final class LoginPolicy {
    static final int FREE_FAILURES = 3;
    static final int MAX_FAILURES_PER_DAY = 20;
    static final Duration DAY = Duration.ofDays(1);
    static final Duration MAX_DELAY = Duration.ofMinutes(15);

    private LoginPolicy() {}

    /**
     * Returns the time until which logins are refused; empty if the next one is allowed now.
     *
     * @param checked the attempts on the account whose password was checked, newest first
     */
    static Optional<Instant> refusedUntil(List<LoginAttempt> checked, Optional<IpAddress> source, Instant now) {
        return Stream.of(endOfDailyLimit(checked, now), endOfDelay(checked, source))
                .flatMap(Optional::stream)
                .filter(now::isBefore)
                .max(Instant::compareTo);
    }

    private static Optional<Instant> endOfDailyLimit(List<LoginAttempt> checked, Instant now) {
        return checked.stream()
                .filter(attempt -> attempt.outcome() == Outcome.FAILED)
                .filter(attempt -> attempt.at().isAfter(now.minus(DAY)))
                .skip(MAX_FAILURES_PER_DAY - 1L)
                .findFirst()
                .map(oldest -> oldest.at().plus(DAY));
    }

    private static Optional<Instant> endOfDelay(List<LoginAttempt> checked, Optional<IpAddress> source) {
        List<LoginAttempt> failedInARow = checked.stream()
                .filter(attempt -> attempt.source().equals(source))
                .takeWhile(attempt -> attempt.outcome() == Outcome.FAILED)
                .toList();
        return failedInARow.size() <= FREE_FAILURES
                ? Optional.empty()
                : Optional.of(failedInARow.get(0).at().plus(delayAfter(failedInARow.size())));
    }

    private static Duration delayAfter(int failures) {
        int doublings = Math.min(failures - FREE_FAILURES - 1, MAX_FAILURES_PER_DAY);
        Duration delay = Duration.ofSeconds(1L << doublings);
        return delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
    }
}
