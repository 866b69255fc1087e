package derrick.persistence.systemlog;

import derrick.domain.account.UserId;
import derrick.domain.document.JsonValue;
import derrick.domain.systemlog.LogLevel;
import derrick.domain.systemlog.SystemLog;
import derrick.domain.systemlog.SystemLogId;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code system_logs}. */
public record SystemLogRow(
        long id,
        Instant timestamp,
        String level,
        String service,
        String message,
        Optional<JsonValue> details,
        Optional<Long> userId) {

    static SystemLogRow of(SystemLog entry) {
        return new SystemLogRow(
                entry.id().value(),
                entry.time(),
                entry.level().name(),
                entry.service(),
                entry.message(),
                entry.details(),
                entry.user().map(UserId::value));
    }

    SystemLog entry() {
        return new SystemLog(
                new SystemLogId(id),
                timestamp,
                LogLevel.valueOf(level),
                service,
                message,
                details,
                userId.map(UserId::new));
    }
}
