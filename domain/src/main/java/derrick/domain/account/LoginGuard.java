package derrick.domain.account;

import derrick.domain.account.LoginAttempt.Outcome;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Limits how often a password may be guessed. An attempt is stored as failed before its password is checked, so that
 * neither concurrent attempts nor a crash can get around the limit.
 */
public final class LoginGuard {
    private final Users users;
    private final LoginAttempts attempts;
    private final Clock clock;

    public LoginGuard(Users users, LoginAttempts attempts, Clock clock) {
        this.users = users;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Thrown when a password is not checked because of too many failed attempts. */
    public static final class TooManyAttempts extends RuntimeException {
        private final Duration retryAfter;

        private TooManyAttempts(Duration retryAfter) {
            super("too many attempts to sign in; try again in %d s"
                    .formatted(retryAfter.plusNanos(999_999_999).toSeconds()));
            this.retryAfter = retryAfter;
        }

        /** Returns the time until the next attempt is allowed. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /**
     * Starts a login attempt, whether the user exists or not. The caller then checks the password and reports the
     * result.
     *
     * @param userAgent the {@code User-Agent} header; truncated if it is too long
     * @throws TooManyAttempts if the limit is reached; the attempt is stored as refused
     */
    public LoginAttempt start(Username username, Optional<IpAddress> source, Optional<String> userAgent) {
        Instant now = Microseconds.now(clock);
        Optional<User> user = users.findByUsername(username);
        LoginAttempt attempt = new LoginAttempt(
                attempts.nextId(), username, source, userAgent.map(LoginGuard::truncated), now, Outcome.FAILED);
        attempts.add(attempt, countedSince(user, now), checked -> refusedUntil(user, checked, source, now))
                .ifPresent(until -> {
                    throw new TooManyAttempts(Duration.between(now, until));
                });
        return attempt;
    }

    /** Records that the password was correct. */
    public void recordSuccess(LoginAttempt attempt) {
        if (attempts.markSucceeded(attempt.id())) {
            users.findByUsername(attempt.username()).ifPresent(user -> users.recordLogin(user.id(), attempt.at()));
        }
    }

    /** Records that the password was wrong or the user does not exist. */
    public void recordFailure(LoginAttempt attempt) {
        users.findByUsername(attempt.username()).ifPresent(user -> users.recordFailedLogin(user.id()));
    }

    private static Optional<Instant> refusedUntil(
            Optional<User> user, List<LoginAttempt> checked, Optional<IpAddress> source, Instant now) {
        return Stream.of(
                        user.flatMap(found -> found.logins().lockedUntil()).filter(now::isBefore),
                        LoginPolicy.refusedUntil(checked, source, now))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    /** Attempts before the last change of the password do not count. */
    private static Instant countedSince(Optional<User> user, Instant now) {
        Instant dayAgo = now.minus(LoginPolicy.DAY);
        return user.flatMap(User::passwordChangedAt).filter(dayAgo::isBefore).orElse(dayAgo);
    }

    private static String truncated(String userAgent) {
        return userAgent
                .codePoints()
                .filter(character -> character != 0 && Character.getType(character) != Character.SURROGATE)
                .limit(LoginAttempt.MAX_AGENT_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
