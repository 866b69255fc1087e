package derrick.domain.systemlog;

import static derrick.domain.systemlog.SystemLogSamples.NOON;
import static derrick.domain.systemlog.SystemLogSamples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.account.UserId;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link SystemLogs} passes. Tests do not depend on other stored rows. */
public interface SystemLogsContract {
    /** Returns the adapter under test. */
    SystemLogs logs();

    /** Returns the ID of a stored user. */
    UserId freshUser();

    @Test
    default void anEntryOfEveryKindIsReadAsItWasStored() {
        List<SystemLog> everyKind = SystemLogSamples.everyKind(logs()::nextId, freshUser());
        everyKind.forEach(logs()::add);

        assertThat(all(LogLevel.DEBUG)).containsAll(everyKind);
    }

    @Test
    default void anIdIsReturnedOnce() {
        assertThat(Stream.generate(logs()::nextId).limit(20)).doesNotHaveDuplicates();
    }

    @Test
    default void theLogIsReadPageByPageNewestFirst() {
        List<SystemLog> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            added.add(entry(logs().nextId(), LogLevel.INFO, NOON.plusSeconds(second)));
        }
        added.forEach(logs()::add);
        added.sort(Comparator.comparing(SystemLog::cursor).reversed());

        List<SystemLog> all = Pages.all(2, page -> logs().list(LogLevel.INFO, page), SystemLog::cursor);

        assertThat(all)
                .extracting(SystemLog::cursor)
                .isSortedAccordingTo(Collections.reverseOrder(PageCursor::compareTo));
        assertThat(all).containsSubsequence(added).doesNotHaveDuplicates();
        assertThat(logs().list(LogLevel.DEBUG, Page.after(PageCursor.OLDEST, 10)))
                .isEmpty();
    }

    @Test
    default void entriesBelowTheLevelAreNotListed() {
        List<SystemLog> added = Stream.of(LogLevel.values())
                .map(level -> entry(logs().nextId(), level, NOON))
                .toList();
        added.forEach(logs()::add);

        for (LogLevel level : LogLevel.values()) {
            List<SystemLog> expected = added.stream()
                    .filter(entry -> entry.level().compareTo(level) >= 0)
                    .toList();

            assertThat(all(level).stream().filter(added::contains)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private List<SystemLog> all(LogLevel atLeast) {
        return Pages.all(100, page -> logs().list(atLeast, page), SystemLog::cursor);
    }
}
