package derrick.domain.account;

import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An attempt to log in.
 *
 * @param username the name as typed; there may be no such user
 * @param source the address of the client, if known
 * @param userAgent the {@code User-Agent} header of the client, if it sent one
 */
public record LoginAttempt(
        LoginAttemptId id,
        Username username,
        Optional<IpAddress> source,
        Optional<String> userAgent,
        Instant at,
        Outcome outcome) {
    static final int MAX_AGENT_LENGTH = 255;

    /** The result of an attempt. */
    public enum Outcome {
        /** The password was correct. */
        SUCCEEDED,
        /** The password was wrong, or the check did not finish. */
        FAILED,
        /** The password was not checked, because of too many failures. */
        REFUSED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws derrick.domain.field.InvalidField if a text is too long or the time is finer than a microsecond */
    public LoginAttempt {
        userAgent.ifPresent(agent -> Require.textOrEmpty("user_agent", agent, MAX_AGENT_LENGTH));
        Require.time("attempted_at", at);
    }

    /** Returns this attempt with another outcome. */
    public LoginAttempt with(Outcome next) {
        return new LoginAttempt(id, username, source, userAgent, at, next);
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(at, id.value());
    }
}
