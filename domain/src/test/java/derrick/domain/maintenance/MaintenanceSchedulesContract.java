package derrick.domain.maintenance;

import static derrick.domain.maintenance.MaintenanceScheduleSamples.NOON;
import static derrick.domain.maintenance.MaintenanceScheduleSamples.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link MaintenanceSchedules} passes. Tests do not depend on other stored rows. */
public interface MaintenanceSchedulesContract {
    /** Returns the adapter under test. */
    MaintenanceSchedules schedules();

    @Test
    default void workOfEveryKindIsReadAsItWasStored() {
        List<MaintenanceSchedule> everyKind = addEveryKind();

        assertThat(everyKind)
                .allSatisfy(work -> assertThat(schedules().find(work.id())).contains(work));
    }

    @Test
    default void anIdIsReturnedOnce() {
        List<MaintenanceScheduleId> ids =
                Stream.generate(schedules()::nextId).limit(20).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(schedules().find(ids.get(0))).isEmpty();
    }

    @Test
    default void aStageIsReplacedByTheNext() {
        MaintenanceSchedule planned = addNew(0);
        MaintenanceSchedule started = planned.moveTo(ScheduleStatus.IN_PROGRESS, NOON.plusSeconds(1));
        MaintenanceSchedule completed = started.moveTo(ScheduleStatus.COMPLETED, NOON.plusSeconds(2));

        assertThat(schedules().replace(planned, started)).isTrue();
        assertThat(schedules().find(planned.id())).contains(started);
        assertThat(schedules().replace(started, completed)).isTrue();
        assertThat(schedules().find(planned.id())).contains(completed);
    }

    @Test
    default void aConcurrentChangeIsNotOverwritten() {
        MaintenanceSchedule stale = addNew(0);
        MaintenanceSchedule cancelled = stale.moveTo(ScheduleStatus.CANCELLED, NOON.plusSeconds(1));
        schedules().replace(stale, cancelled);

        assertThat(schedules().replace(stale, stale.moveTo(ScheduleStatus.IN_PROGRESS, NOON.plusSeconds(2))))
                .isFalse();

        assertThat(schedules().find(stale.id())).contains(cancelled);
    }

    @Test
    default void anUnknownEntryIsNotReplaced() {
        MaintenanceSchedule unknown = scheduled(schedules().nextId(), NOON);

        assertThat(schedules().replace(unknown, unknown.moveTo(ScheduleStatus.CANCELLED, NOON)))
                .isFalse();
        assertThat(schedules().find(unknown.id())).isEmpty();
    }

    @Test
    default void aListIsReadPageByPageEarliestDueFirst() {
        List<MaintenanceSchedule> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            added.add(addNew(second));
        }
        added.sort(Comparator.comparing(MaintenanceSchedule::cursor));

        List<MaintenanceSchedule> all =
                Pages.all(2, page -> schedules().list(ScheduleStatus.SCHEDULED, page), MaintenanceSchedule::cursor);

        assertThat(all).extracting(MaintenanceSchedule::cursor).isSorted();
        assertThat(among(added, all)).isEqualTo(added);
        assertThat(schedules().list(ScheduleStatus.SCHEDULED, Page.after(PageCursor.NEWEST, 10)))
                .isEmpty();
    }

    @Test
    default void aListHoldsExactlyTheEntriesOfItsStage() {
        List<MaintenanceSchedule> added = addEveryKind();

        for (ScheduleStatus status : ScheduleStatus.values()) {
            List<MaintenanceSchedule> listed =
                    Pages.all(100, page -> schedules().list(status, page), MaintenanceSchedule::cursor);

            assertThat(among(added, listed))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(added.stream()
                            .filter(work -> work.status() == status)
                            .toList());
        }
    }

    private MaintenanceSchedule addNew(int second) {
        MaintenanceSchedule work = scheduled(schedules().nextId(), NOON.plusSeconds(second));
        schedules().add(work);
        return work;
    }

    private List<MaintenanceSchedule> addEveryKind() {
        List<MaintenanceSchedule> everyKind = MaintenanceScheduleSamples.everyKind(schedules()::nextId);
        everyKind.forEach(schedules()::add);
        return everyKind;
    }

    private static List<MaintenanceSchedule> among(
            Collection<MaintenanceSchedule> added, List<MaintenanceSchedule> listed) {
        List<MaintenanceScheduleId> ids =
                added.stream().map(MaintenanceSchedule::id).toList();
        return listed.stream().filter(work -> ids.contains(work.id())).toList();
    }
}
