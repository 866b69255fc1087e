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
 * Stands at the door. Before a password is looked at, the attempt is kept as one that failed, so that no number of
 * guesses at once gets past the limit and none is forgotten in a crash.
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

    /**
     * Lets somebody try a password, whether or not there is such a user.
     *
     * @param userAgent what the program that is used calls itself; cut where it is too long
     * @return the attempt, of which to say how it ended
     * @throws TooManyAttempts if no password is looked at now; that attempt is kept as refused
     */
    public LoginAttempt admit(Username username, Optional<IpAddress> source, Optional<String> userAgent) {
        Instant now = Microseconds.now(clock);
        Optional<User> user = users.findNamed(username);
        LoginAttempt attempt = new LoginAttempt(
                attempts.nextId(), username, source, userAgent.map(LoginGuard::cut), now, Outcome.FAILED);
        attempts.add(attempt, since(user, now), lookedAt -> refusedUntil(user, lookedAt, source, now))
                .ifPresent(until -> {
                    throw new TooManyAttempts(Duration.between(now, until));
                });
        return attempt;
    }

    /** Notes that the password was right. */
    public void succeeded(LoginAttempt attempt) {
        if (attempts.succeed(attempt.id())) {
            users.findNamed(attempt.username()).ifPresent(user -> users.noteLogin(user.id(), attempt.at()));
        }
    }

    /** Notes that the password was wrong, or there is no such user. */
    public void failed(LoginAttempt attempt) {
        users.findNamed(attempt.username()).ifPresent(user -> users.noteFailedLogin(user.id()));
    }

    private static Optional<Instant> refusedUntil(
            Optional<User> user, List<LoginAttempt> lookedAt, Optional<IpAddress> source, Instant now) {
        return Stream.of(
                        user.flatMap(known -> known.signIns().lockedUntil()).filter(now::isBefore),
                        LoginPolicy.refusedUntil(lookedAt, source, now))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    /** Guesses at a password that has been changed since do not count. */
    private static Instant since(Optional<User> user, Instant now) {
        Instant dayAgo = now.minus(LoginPolicy.DAY);
        return user.flatMap(User::passwordChangedAt).filter(dayAgo::isBefore).orElse(dayAgo);
    }

    private static String cut(String userAgent) {
        return userAgent
                .codePoints()
                .filter(character -> character != 0 && Character.getType(character) != Character.SURROGATE)
                .limit(LoginAttempt.LONGEST_AGENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
