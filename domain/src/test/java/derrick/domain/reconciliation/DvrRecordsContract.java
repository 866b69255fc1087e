package derrick.domain.reconciliation;

import static derrick.domain.reconciliation.DvrRecordSamples.NOON;
import static derrick.domain.reconciliation.DvrRecordSamples.invalid;
import static derrick.domain.reconciliation.DvrRecordSamples.processed;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import derrick.domain.rig.RigId;
import derrick.domain.rig.RigSamples;
import derrick.domain.sensor.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link DvrRecords} passes. Tests do not depend on other stored rows. */
public interface DvrRecordsContract {
    /** Returns the adapter under test. */
    DvrRecords records();

    @Test
    default void aRecordOfEveryKindIsReadAsItWasStored() {
        List<DvrRecord> everyKind = DvrRecordSamples.everyKind(records()::nextId, RigSamples.fresh());
        everyKind.forEach(records()::add);

        assertThat(everyKind)
                .allSatisfy(record -> assertThat(records().find(record.id())).contains(record));
        assertThat(everyKind).extracting(DvrRecord::status).contains(DvrStatus.values());
    }

    @Test
    default void anIdIsReturnedOnce() {
        List<DvrRecordId> ids = Stream.generate(records()::nextId).limit(20).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(records().find(ids.get(0))).isEmpty();
    }

    @Test
    default void aRigsRecordsAreReadPageByPageNewestFirst() {
        RigId rig = RigSamples.fresh();
        List<DvrRecord> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            added.add(addNew(processed(records().nextId(), rig, NOON.plusSeconds(second))));
            addNew(processed(records().nextId(), RigSamples.fresh(), NOON.plusSeconds(second)));
        }
        added.sort((one, other) -> other.cursor().compareTo(one.cursor()));

        assertThat(Pages.all(2, page -> records().list(TimeRange.whole(rig), page), DvrRecord::cursor))
                .isEqualTo(added);
        assertThat(records().list(TimeRange.whole(rig), Page.after(PageCursor.OLDEST, 10)))
                .isEmpty();
    }

    @Test
    default void aTimeRangeIncludesItsStartAndExcludesItsEnd() {
        RigId rig = RigSamples.fresh();
        DvrRecord before = addNew(processed(records().nextId(), rig, NOON.minusNanos(1000)));
        DvrRecord start = addNew(invalid(records().nextId(), rig, NOON));
        DvrRecord last = addNew(processed(records().nextId(), rig, NOON.plusSeconds(9)));
        DvrRecord end = addNew(processed(records().nextId(), rig, NOON.plusSeconds(10)));

        assertThat(records().list(new TimeRange(rig, start.createdAt(), end.createdAt()), Page.first(10)))
                .containsExactly(last, start);
        assertThat(records().list(TimeRange.whole(rig), Page.first(10))).containsExactly(end, last, start, before);
    }

    @Test
    default void aListHoldsExactlyTheRecordsWithItsStatus() {
        RigId rig = RigSamples.fresh();
        List<DvrRecord> added = DvrRecordSamples.everyKind(records()::nextId, rig);
        added.forEach(records()::add);

        for (DvrStatus status : DvrStatus.values()) {
            Set<DvrRecord> expected =
                    added.stream().filter(record -> record.status() == status).collect(Collectors.toSet());

            List<DvrRecord> listed = Pages.all(7, page -> records().list(status, page), DvrRecord::cursor);

            assertThat(listed).filteredOn(added::contains).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(listed).extracting(DvrRecord::status).containsOnly(status);
            assertThat(listed)
                    .isSortedAccordingTo((one, other) -> other.cursor().compareTo(one.cursor()));
        }
    }

    @Test
    default void statusAndNotesAreReplaced() {
        Instant later = NOON.plusSeconds(60);
        for (DvrStatus status : DvrStatus.values()) {
            DvrRecord before = addNew(invalid(records().nextId(), RigSamples.fresh(), NOON));
            DvrRecord after = copy(before, status, Optional.of("𝄞 " + status), later);

            assertThat(records().replace(before, after)).isTrue();

            assertThat(records().find(before.id())).contains(after);
        }
    }

    @Test
    default void aConcurrentChangeOfTheStatusIsNotOverwritten() {
        DvrRecord stale = addNew(invalid(records().nextId(), RigSamples.fresh(), NOON));
        DvrRecord acknowledged = stale.acknowledge(Optional.empty(), NOON.plusSeconds(1));
        records().replace(stale, acknowledged);

        assertThat(records().replace(stale, stale.addNote("too late", NOON.plusSeconds(2))))
                .isFalse();

        assertThat(records().find(stale.id())).contains(acknowledged);
    }

    @Test
    default void aConcurrentNoteIsNotOverwritten() {
        DvrRecord stale = addNew(invalid(records().nextId(), RigSamples.fresh(), NOON));
        DvrRecord first = stale.addNote("first", NOON.plusSeconds(1));
        DvrRecord second = first.addNote("second", NOON.plusSeconds(2));
        records().replace(stale, first);

        assertThat(records().replace(stale, stale.addNote("too late", NOON.plusSeconds(3))))
                .isFalse();
        assertThat(records().replace(first, second)).isTrue();
        assertThat(records().replace(first, first.addNote("too late", NOON.plusSeconds(3))))
                .isFalse();

        assertThat(records().find(stale.id())).contains(second);
    }

    @Test
    default void anUnknownEntryIsNotReplaced() {
        DvrRecord unknown = invalid(records().nextId(), RigSamples.fresh(), NOON);

        assertThat(records().replace(unknown, unknown.addNote("nothing", NOON))).isFalse();
        assertThat(records().find(unknown.id())).isEmpty();
    }

    private DvrRecord addNew(DvrRecord record) {
        records().add(record);
        return record;
    }

    private static DvrRecord copy(DvrRecord record, DvrStatus status, Optional<String> notes, Instant updatedAt) {
        return new DvrRecord(
                record.id(),
                record.rig(),
                record.raw(),
                record.verdict(),
                record.source(),
                status,
                notes,
                record.createdAt(),
                updatedAt);
    }
}
