package derrick.domain.systemlog;

import derrick.domain.account.UserId;
import derrick.domain.document.JsonValue;
import derrick.domain.field.Require;
import derrick.domain.page.PageCursor;
import java.time.Instant;
import java.util.Optional;

/**
 * A log entry of a service.
 *
 * @param service the part of the platform that wrote it, 1 to 50 characters
 * @param details further information from the service
 * @param user the user on whose behalf the service acted, if there is one
 */
public record SystemLog(
        SystemLogId id,
        Instant time,
        LogLevel level,
        String service,
        String message,
        Optional<JsonValue> details,
        Optional<UserId> user) {
    private static final int MAX_SERVICE_LENGTH = 50;

    /** @throws derrick.domain.field.InvalidField if a text is too long or the time is finer than a microsecond */
    public SystemLog {
        Require.time("timestamp", time);
        Require.text("service", service, MAX_SERVICE_LENGTH);
        Require.textOrEmpty("message", message, Require.MAX_TEXT_LENGTH);
    }

    /** Returns the position in a list ordered by time. */
    public PageCursor cursor() {
        return new PageCursor(time, id.value());
    }
}
