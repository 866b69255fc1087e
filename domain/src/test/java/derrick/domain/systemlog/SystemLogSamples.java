package derrick.domain.systemlog;

import derrick.domain.account.UserId;
import derrick.domain.document.JsonSamples;
import derrick.domain.document.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Log entries for tests. */
public final class SystemLogSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private SystemLogSamples() {}

    /** Returns an entry without details. */
    public static SystemLog entry(SystemLogId id, LogLevel level, Instant time) {
        return new SystemLog(id, time, level, "api", "started", Optional.empty(), Optional.empty());
    }

    /** Returns entries of each level, with the longest texts, every kind of JSON value, with and without a user. */
    public static List<SystemLog> everyKind(Supplier<SystemLogId> ids, UserId user) {
        List<SystemLog> kinds = new ArrayList<>();
        for (LogLevel level : LogLevel.values()) {
            kinds.add(entry(ids.get(), level, NOON.plus(1, ChronoUnit.MICROS)));
        }
        for (JsonValue details : JsonSamples.everyKind()) {
            kinds.add(
                    new SystemLog(ids.get(), NOON, LogLevel.DEBUG, "api", "", Optional.of(details), Optional.of(user)));
        }
        kinds.add(new SystemLog(
                ids.get(),
                Instant.parse("1999-12-31T23:59:59.999999Z"),
                LogLevel.ERROR,
                "𝄞".repeat(50),
                "\"'\\ \r\n\u0001𝄞".repeat(1000),
                Optional.empty(),
                Optional.of(user)));
        return kinds;
    }
}
