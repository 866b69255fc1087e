package derrick.domain.systemlog;

import derrick.domain.account.UserId;
import derrick.domain.document.JsonValue;
import derrick.domain.time.Microseconds;
import java.time.Clock;
import java.util.Optional;

/** Writes log entries of the services, with the current time. */
public final class SystemJournal {
    private final SystemLogs logs;
    private final Clock clock;

    public SystemJournal(SystemLogs logs, Clock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    /** @throws derrick.domain.field.InvalidField if a text is too long */
    public SystemLog write(
            String service, LogLevel level, String message, Optional<JsonValue> details, Optional<UserId> user) {
        SystemLog entry = new SystemLog(logs.nextId(), Microseconds.now(clock), level, service, message, details, user);
        logs.add(entry);
        return entry;
    }
}
