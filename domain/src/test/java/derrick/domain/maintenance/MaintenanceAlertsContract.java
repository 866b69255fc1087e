package derrick.domain.maintenance;

import static derrick.domain.maintenance.MaintenanceAlertSamples.NOON;
import static derrick.domain.maintenance.MaintenanceAlertSamples.active;
import static derrick.domain.maintenance.MaintenanceAlertSamples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.NotFound;
import derrick.domain.maintenance.AlertStage.Shelved;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import derrick.domain.reconciliation.DvrRecordId;
import derrick.domain.testing.SealedSubtypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link MaintenanceAlerts} passes. Tests do not depend on other stored rows. */
public interface MaintenanceAlertsContract {
    /** Returns the adapter under test. */
    MaintenanceAlerts alerts();

    /** Returns the ID of a stored DVR record. */
    DvrRecordId knownEvidence();

    @Test
    default void anAlertOfEveryKindIsReadAsItWasStored() {
        List<MaintenanceAlert> everyKind = addEveryKind();

        assertThat(everyKind)
                .allSatisfy(alert -> assertThat(alerts().find(alert.id())).contains(alert));
        SealedSubtypes.assertAllPresent(
                everyKind.stream().map(MaintenanceAlert::stage).toList(), AlertStage.class);
    }

    @Test
    default void anIdIsReturnedOnce() {
        List<MaintenanceAlertId> ids =
                Stream.generate(alerts()::nextId).limit(20).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(alerts().find(ids.get(0))).isEmpty();
    }

    @Test
    default void anAlertWithUnknownEvidenceIsRefused() {
        DvrRecordId unknown = new DvrRecordId(Long.MAX_VALUE);
        MaintenanceAlert plain = active(alerts().nextId(), NOON);
        MaintenanceAlert alert = new MaintenanceAlert(
                plain.id(), plain.rig(), plain.details(), Optional.of(unknown), NOON, plain.stage());

        assertThatThrownBy(() -> alerts().add(alert))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no DVR record %s", unknown);
        assertThat(alerts().find(alert.id())).isEmpty();
    }

    @Test
    default void anyStageCanReplaceAnyOther() {
        for (AlertStage first : MaintenanceAlertSamples.everyStage()) {
            for (AlertStage second : MaintenanceAlertSamples.everyStage()) {
                MaintenanceAlert before = at(active(alerts().nextId(), NOON), first);
                alerts().add(before);
                MaintenanceAlert after = at(before, second);

                assertThat(alerts().replace(before, after)).isTrue();

                assertThat(alerts().find(before.id())).contains(after);
            }
        }
    }

    @Test
    default void aConcurrentChangeIsNotOverwritten() {
        MaintenanceAlert stale = addNew(NOON);
        MaintenanceAlert acknowledged = stale.acknowledge(new Acknowledgement("Ann", NOON, Optional.empty()));
        alerts().replace(stale, acknowledged);

        assertThat(alerts().replace(stale, stale.shelve("Bo", NOON, NOON.plusSeconds(60), "later")))
                .isFalse();

        assertThat(alerts().find(stale.id())).contains(acknowledged);
    }

    /** Unshelving an alert must not end a later shelving of it. */
    @Test
    default void aRepeatedShelvingIsNotOverwritten() {
        MaintenanceAlert alert = addNew(NOON);
        MaintenanceAlert stale = alert.shelve("Bo", NOON, NOON.plusSeconds(60), "known");
        MaintenanceAlert again = alert.shelve("Bo", NOON.plusSeconds(61), NOON.plusSeconds(120), "known");
        alerts().replace(alert, stale);
        alerts().replace(stale, alert);
        alerts().replace(alert, again);

        assertThat(alerts().replace(stale, stale.unshelve())).isFalse();

        assertThat(alerts().find(alert.id())).contains(again);
    }

    @Test
    default void anUnknownEntryIsNotReplaced() {
        MaintenanceAlert unknown = active(alerts().nextId(), NOON);

        assertThat(alerts().replace(unknown, unknown.shelve("Bo", NOON, NOON.plusSeconds(60), "later")))
                .isFalse();
        assertThat(alerts().find(unknown.id())).isEmpty();
    }

    @Test
    default void aListIsReadPageByPageNewestFirst() {
        List<MaintenanceAlert> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            added.add(addNew(NOON.plusSeconds(second)));
        }
        added.sort((one, other) -> other.cursor().compareTo(one.cursor()));

        List<MaintenanceAlert> all =
                Pages.all(2, page -> alerts().list(AlertStatus.ACTIVE, page), MaintenanceAlert::cursor);

        assertThat(all)
                .extracting(MaintenanceAlert::cursor)
                .isSortedAccordingTo(Collections.reverseOrder(PageCursor::compareTo));
        assertThat(among(added, all)).isEqualTo(added);
        assertThat(alerts().list(AlertStatus.ACTIVE, Page.after(PageCursor.OLDEST, 10)))
                .isEmpty();
    }

    @Test
    default void aListHoldsExactlyTheEntriesOfItsStage() {
        List<MaintenanceAlert> added = addEveryKind();

        for (AlertStatus status : AlertStatus.values()) {
            List<MaintenanceAlert> listed =
                    Pages.all(100, page -> alerts().list(status, page), MaintenanceAlert::cursor);

            assertThat(among(added, listed))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(added.stream()
                            .filter(alert -> alert.stage().status() == status)
                            .toList());
        }
    }

    @Test
    default void expiredShelvingsAreListedByTheirExpiry() {
        Instant longAgo = Instant.parse("1990-01-01T00:00:00Z");
        MaintenanceAlert third = shelved(longAgo.plusSeconds(2));
        MaintenanceAlert first = shelved(longAgo);
        MaintenanceAlert second = shelved(longAgo.plusNanos(1000));
        MaintenanceAlert returned = shelved(longAgo);
        alerts().replace(returned, returned.unshelve());
        List<MaintenanceAlert> all = List.of(first, second, third, returned);

        assertThat(among(all, alerts().listShelvedUntil(longAgo.plusSeconds(1), 1000)))
                .containsExactly(first, second);
        assertThat(among(all, alerts().listShelvedUntil(longAgo.plusSeconds(2), 1000)))
                .containsExactly(first, second, third);
        assertThat(alerts().listShelvedUntil(longAgo.plusSeconds(2), 1)).hasSize(1);
    }

    private MaintenanceAlert shelved(Instant until) {
        MaintenanceAlert alert = at(
                active(alerts().nextId(), NOON),
                new Shelved("Bo", until.minusSeconds(60), until, "known", Optional.empty()));
        alerts().add(alert);
        return alert;
    }

    private MaintenanceAlert addNew(Instant at) {
        MaintenanceAlert alert = active(alerts().nextId(), at);
        alerts().add(alert);
        return alert;
    }

    private List<MaintenanceAlert> addEveryKind() {
        List<MaintenanceAlert> everyKind = MaintenanceAlertSamples.everyKind(alerts()::nextId, knownEvidence());
        everyKind.forEach(alerts()::add);
        return everyKind;
    }

    private static List<MaintenanceAlert> among(Collection<MaintenanceAlert> added, List<MaintenanceAlert> listed) {
        List<MaintenanceAlertId> ids = added.stream().map(MaintenanceAlert::id).toList();
        return listed.stream().filter(alert -> ids.contains(alert.id())).toList();
    }
}
