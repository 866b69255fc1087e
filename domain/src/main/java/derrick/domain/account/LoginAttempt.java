package derrick.domain.account;

import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody tried to sign in.
 *
 * @param username as it was typed; there may be no such user
 * @param source where it came from, if that is known
 * @param userAgent what the program that was used calls itself, if it does
 */
public record LoginAttempt(
        LoginAttemptId id,
        Username username,
        Optional<IpAddress> source,
        Optional<String> userAgent,
        Instant at,
        Outcome outcome) {
    /** The most characters that are kept of a program's name. */
    static final int LONGEST_AGENT = 255;

    /** What became of it. */
    public enum Outcome {
        /** The password was right. */
        SUCCEEDED,
        /** The password was wrong, or nobody lived to see. */
        FAILED,
        /** The password was not looked at. */
        REFUSED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws derrick.domain.field.InvalidField if a text is too long or the time is finer than a microsecond */
    public LoginAttempt {
        userAgent.ifPresent(agent -> Require.textOrNothing("user_agent", agent, LONGEST_AGENT));
        Require.time("attempted_at", at);
    }

    /** The same attempt with another outcome. */
    public LoginAttempt with(Outcome next) {
        return new LoginAttempt(id, username, source, userAgent, at, next);
    }

    /** Where it stands in a list by time. */
    public PageCursor mark() {
        return new PageCursor(at, id.value());
    }
}
