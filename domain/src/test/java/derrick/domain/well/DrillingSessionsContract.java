package derrick.domain.well;

import static derrick.domain.well.DrillingSessionSamples.NOON;
import static derrick.domain.well.DrillingSessionSamples.active;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.NotFound;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import derrick.domain.quantity.Hours;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.rig.RigId;
import derrick.domain.rig.RigSamples;
import derrick.domain.testing.SealedSubtypes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link DrillingSessions} passes. Tests do not depend on other stored rows. */
public interface DrillingSessionsContract {
    /** Returns the adapter under test. */
    DrillingSessions sessions();

    /** Returns the ID of a well with a profile. */
    WellId knownWell();

    @Test
    default void aSessionOfEveryKindIsReadAsItWasStored() {
        List<DrillingSession> everyKind = DrillingSessionSamples.everyKind(sessions()::nextId, knownWell());
        everyKind.forEach(sessions()::add);

        assertThat(everyKind)
                .allSatisfy(session -> assertThat(sessions().find(session.id())).contains(session));
        SealedSubtypes.assertAllPresent(
                everyKind.stream().map(DrillingSession::stage).toList(), SessionStage.class);
    }

    @Test
    default void anIdIsReturnedOnce() {
        List<DrillingSessionId> ids =
                Stream.generate(sessions()::nextId).limit(20).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(sessions().find(ids.get(0))).isEmpty();
    }

    @Test
    default void aRigHasOneOpenSession() {
        DrillingSession open = addNew(RigSamples.fresh(), 0);
        DrillingSession paused = open.pause(NOON.plusSeconds(1));

        assertThatThrownBy(() -> addNew(open.rig(), 1)).isInstanceOf(SessionAlreadyOpen.class);
        sessions().replace(open, paused);
        assertThatThrownBy(() -> addNew(open.rig(), 2))
                .isInstanceOf(SessionAlreadyOpen.class)
                .hasMessage("rig %s has an open drilling session; complete or cancel it first", open.rig());

        assertThat(sessions().findOpen(open.rig())).contains(paused);
        assertThat(sessions().list(open.rig(), Page.first(10))).containsExactly(paused);
    }

    @Test
    default void aSessionCanBeOpenedAfterTheLastOneEnded() {
        DrillingSession first = addNew(RigSamples.fresh(), 0);
        sessions().replace(first, first.complete(new MeasuredDepth(2000), NOON.plusSeconds(1)));
        assertThat(sessions().findOpen(first.rig())).isEmpty();
        DrillingSession second = addNew(first.rig(), 2);
        sessions().replace(second, second.cancel(NOON.plusSeconds(3)));
        DrillingSession third = addNew(first.rig(), 4);

        assertThat(sessions().findOpen(first.rig())).contains(third);
    }

    @Test
    default void aSessionOnAnUnknownWellIsRefused() {
        WellId unknown = WellProfileSamples.freshWell();
        DrillingSession session = active(sessions().nextId(), RigSamples.fresh(), unknown, NOON);

        assertThatThrownBy(() -> sessions().add(session))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no well %s", unknown);
        assertThat(sessions().find(session.id())).isEmpty();
    }

    @Test
    default void aStageIsReplacedByTheNext() {
        for (SessionStage stage : DrillingSessionSamples.everyStage()) {
            DrillingSession before = addNew(RigSamples.fresh(), 0);
            DrillingSession after = at(before, stage);

            assertThat(sessions().replace(before, after)).isTrue();

            assertThat(sessions().find(before.id())).contains(after);
        }
    }

    @Test
    default void anyOpenStageCanBeReplaced() {
        for (DrillingSession before : DrillingSessionSamples.everyKind(sessions()::nextId, knownWell())) {
            sessions().add(before);
            DrillingSession after = at(before, new SessionStage.Paused(new Hours(7)));

            assertThat(sessions().replace(before, after)).isTrue();

            assertThat(sessions().find(before.id())).contains(after);
        }
    }

    @Test
    default void aConcurrentChangeIsNotOverwritten() {
        DrillingSession stale = addNew(RigSamples.fresh(), 0);
        DrillingSession cancelled = stale.cancel(NOON.plusSeconds(1));
        sessions().replace(stale, cancelled);

        assertThat(sessions().replace(stale, stale.pause(NOON.plusSeconds(2)))).isFalse();

        assertThat(sessions().find(stale.id())).contains(cancelled);
    }

    /** A session that was paused and resumed meanwhile has another drilling time. */
    @Test
    default void aRepeatedStageIsNotOverwritten() {
        DrillingSession first = addNew(RigSamples.fresh(), 0);
        DrillingSession paused = first.pause(NOON.plusSeconds(3600));
        DrillingSession again = paused.resume(NOON.plusSeconds(7200));
        DrillingSession pausedAgain = again.pause(NOON.plusSeconds(9000));
        sessions().replace(first, paused);
        sessions().replace(paused, again);

        assertThat(sessions().replace(first, first.cancel(NOON.plusSeconds(8000))))
                .isFalse();
        sessions().replace(again, pausedAgain);
        assertThat(sessions().replace(paused, paused.cancel(NOON.plusSeconds(9999))))
                .isFalse();

        assertThat(sessions().find(first.id())).contains(pausedAgain);
    }

    @Test
    default void anActivePeriodOfNoTimeIsDistinguished() {
        DrillingSession first = addNew(RigSamples.fresh(), 0);
        DrillingSession paused = first.pause(NOON);
        DrillingSession again = paused.resume(NOON.plusSeconds(7200));
        sessions().replace(first, paused);
        sessions().replace(paused, again);

        assertThat(sessions().replace(first, first.cancel(NOON.plusSeconds(8000))))
                .isFalse();

        assertThat(sessions().find(first.id())).contains(again);
    }

    @Test
    default void anUnknownEntryIsNotReplaced() {
        DrillingSession unknown = active(sessions().nextId(), RigSamples.fresh(), knownWell(), NOON);

        assertThat(sessions().replace(unknown, unknown.cancel(NOON))).isFalse();
        assertThat(sessions().find(unknown.id())).isEmpty();
    }

    @Test
    default void theSessionsOfARigAreReadPageByPageNewestFirst() {
        RigId rig = RigSamples.fresh();
        addNew(RigSamples.fresh(), 2);
        List<DrillingSession> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            DrillingSession session = addNew(rig, second);
            DrillingSession cancelled = session.cancel(session.startedAt());
            sessions().replace(session, cancelled);
            added.add(cancelled);
        }
        added.sort((one, other) -> other.cursor().compareTo(one.cursor()));

        assertThat(Pages.all(2, page -> sessions().list(rig, page), DrillingSession::cursor))
                .isEqualTo(added);
        assertThat(sessions().list(rig, Page.after(PageCursor.OLDEST, 10))).isEmpty();
    }

    private DrillingSession addNew(RigId rig, int second) {
        DrillingSession session = active(sessions().nextId(), rig, knownWell(), NOON.plusSeconds(second));
        sessions().add(session);
        return session;
    }

    private static DrillingSession at(DrillingSession session, SessionStage stage) {
        return new DrillingSession(
                session.id(),
                session.rig(),
                session.well(),
                session.startedAt(),
                session.startDepth(),
                session.notes(),
                stage);
    }
}
