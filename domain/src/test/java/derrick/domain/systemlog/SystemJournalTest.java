package derrick.domain.systemlog;

import static derrick.domain.systemlog.SystemLogSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.account.UserId;
import derrick.domain.document.JsonValue;
import derrick.domain.field.InvalidField;
import derrick.domain.page.Page;
import derrick.domain.time.SettableClock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SystemJournalTest {
    private final SystemLogs logs = new InMemorySystemLogs();
    private final SystemJournal journal = new SystemJournal(logs, new SettableClock(NOON.plusNanos(999)));

    @Test
    void anEntryHasTheCurrentTime() {
        Optional<JsonValue> details = Optional.of(JsonValue.of("disk full"));
        Optional<UserId> user = Optional.of(new UserId(3));

        SystemLog written = journal.write("ingest", LogLevel.ERROR, "cannot store", details, user);

        assertThat(logs.list(LogLevel.ERROR, Page.first(10)))
                .containsExactly(written)
                .containsExactly(
                        new SystemLog(written.id(), NOON, LogLevel.ERROR, "ingest", "cannot store", details, user));
    }

    @Test
    void aServiceNameIsRequired() {
        assertThatThrownBy(() -> journal.write("", LogLevel.INFO, "started", Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidField.class)
                .hasMessage("service must be 1 to 50 characters");
        assertThat(logs.list(LogLevel.DEBUG, Page.first(10))).isEmpty();
    }
}
