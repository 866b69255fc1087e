package derrick.domain.account;

import derrick.domain.account.LoginAttempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often a password may be guessed. Three wrong ones in a row from one place cost nothing; each further one doubles
 * the wait there, from a second to a quarter of an hour. An account takes twenty wrong ones a day, wherever they come
 * from; then only a new password opens it sooner.
 */
final class LoginPolicy {
    static final int FREE_GUESSES = 3;
    static final int GUESSES_A_DAY = 20;
    static final Duration DAY = Duration.ofDays(1);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private LoginPolicy() {}

    /**
     * When a password is looked at again, if none is now.
     *
     * @param lookedAt attempts on the account of which a password was looked at, the newest first
     */
    static Optional<Instant> refusedUntil(List<LoginAttempt> lookedAt, Optional<IpAddress> source, Instant now) {
        return Stream.of(dayIsOver(lookedAt, now), waitIsOver(lookedAt, source))
                .flatMap(Optional::stream)
                .filter(now::isBefore)
                .max(Instant::compareTo);
    }

    private static Optional<Instant> dayIsOver(List<LoginAttempt> lookedAt, Instant now) {
        return lookedAt.stream()
                .filter(attempt -> attempt.outcome() == Outcome.FAILED)
                .filter(attempt -> attempt.at().isAfter(now.minus(DAY)))
                .skip(GUESSES_A_DAY - 1L)
                .findFirst()
                .map(oldest -> oldest.at().plus(DAY));
    }

    private static Optional<Instant> waitIsOver(List<LoginAttempt> lookedAt, Optional<IpAddress> source) {
        List<LoginAttempt> inARow = lookedAt.stream()
                .filter(attempt -> attempt.source().equals(source))
                .takeWhile(attempt -> attempt.outcome() == Outcome.FAILED)
                .toList();
        return inARow.size() <= FREE_GUESSES
                ? Optional.empty()
                : Optional.of(inARow.get(0).at().plus(waitAfter(inARow.size())));
    }

    private static Duration waitAfter(int guesses) {
        int doublings = Math.min(guesses - FREE_GUESSES - 1, GUESSES_A_DAY);
        Duration wait = Duration.ofSeconds(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
