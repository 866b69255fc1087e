package derrick.domain.well;

import static derrick.domain.well.WellProfileSamples.NOON;
import static derrick.domain.well.WellProfileSamples.PLAN;
import static derrick.domain.well.WellProfileSamples.freshWell;
import static derrick.domain.well.WellProfileSamples.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link WellProfiles} passes. Tests do not depend on other stored rows. */
public interface WellProfilesContract {
    /** Returns the adapter under test. */
    WellProfiles profiles();

    @Test
    default void aProfileOfEveryKindIsReadAsItWasStored() {
        List<WellProfile> everyKind = WellProfileSamples.everyKind(profiles()::nextId);
        everyKind.forEach(profiles()::add);

        assertThat(everyKind)
                .allSatisfy(
                        profile -> assertThat(profiles().find(profile.well())).contains(profile));
        assertThat(everyKind).extracting(profile -> profile.plan().isPresent()).contains(true, false);
    }

    @Test
    default void anIdIsReturnedOnce() {
        assertThat(Stream.generate(profiles()::nextId).limit(20)).doesNotHaveDuplicates();
    }

    @Test
    default void aWellHasOneProfile() {
        WellProfile first = addNew(0);

        assertThatThrownBy(() -> profiles().add(planned(profiles().nextId(), first.well(), NOON)))
                .isInstanceOf(AlreadyExists.class)
                .hasMessage("profile of well %s already exists", first.well());
        assertThat(profiles().find(first.well())).contains(first);
    }

    @Test
    default void anUnknownWellIsNotFound() {
        assertThat(profiles().find(freshWell())).isEmpty();
    }

    @Test
    default void aRevisionIsStored() {
        for (WellProfile kind : WellProfileSamples.everyKind(profiles()::nextId)) {
            WellProfile before = addNew(0);
            WellProfile after = before.revise(kind.plan().orElse(PLAN), kind.geology(), NOON.plusSeconds(1));

            assertThat(profiles().replace(before, after)).isTrue();

            assertThat(profiles().find(before.well())).contains(after);
        }
    }

    @Test
    default void aConcurrentChangeIsNotOverwritten() {
        WellProfile stale = addNew(0);
        WellProfile revised = stale.revise(PLAN, Optional.empty(), NOON.plusSeconds(1));
        profiles().replace(stale, revised);

        assertThat(profiles().replace(stale, stale.revise(PLAN, Optional.empty(), NOON.plusSeconds(2))))
                .isFalse();

        assertThat(profiles().find(stale.well())).contains(revised);
    }

    @Test
    default void anUnknownEntryIsNotReplaced() {
        WellProfile unknown = planned(profiles().nextId(), freshWell(), NOON);

        assertThat(profiles().replace(unknown, unknown.revise(PLAN, Optional.empty(), NOON)))
                .isFalse();
        assertThat(profiles().find(unknown.well())).isEmpty();
    }

    @Test
    default void theListIsReadPageByPageNewestFirst() {
        List<WellProfile> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            added.add(addNew(second));
        }
        added.sort((one, other) -> other.cursor().compareTo(one.cursor()));

        List<WellProfile> all = Pages.all(2, profiles()::list, WellProfile::cursor);

        assertThat(all)
                .extracting(WellProfile::cursor)
                .isSortedAccordingTo(Collections.reverseOrder(PageCursor::compareTo));
        assertThat(all.stream().filter(added::contains)).containsExactlyElementsOf(added);
    }

    @Test
    default void theListIsEmptyAfterTheOldest() {
        addNew(0);

        assertThat(profiles().list(Page.after(PageCursor.OLDEST, 10))).isEmpty();
    }

    private WellProfile addNew(int second) {
        WellProfile profile = planned(profiles().nextId(), freshWell(), NOON.plusSeconds(second));
        profiles().add(profile);
        return profile;
    }
}
