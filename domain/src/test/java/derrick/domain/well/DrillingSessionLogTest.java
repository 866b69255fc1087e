package derrick.domain.well;

import static derrick.domain.well.DrillingSessionSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.field.InvalidField;
import derrick.domain.page.Page;
import derrick.domain.quantity.Hours;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.rig.RigId;
import derrick.domain.store.ConcurrentCaller;
import derrick.domain.time.SettableClock;
import derrick.domain.well.SessionStage.Active;
import derrick.domain.well.SessionStage.Cancelled;
import derrick.domain.well.SessionStage.Completed;
import derrick.domain.well.SessionStage.Paused;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DrillingSessionLogTest {
    private static final RigId RIG = new RigId("F-9A");
    private static final WellId WELL = new WellId("NO 15/9-F-9 A");
    private static final MeasuredDepth START = new MeasuredDepth(1000);
    private static final MeasuredDepth END = new MeasuredDepth(1500);

    private final WellProfiles wells = new InMemoryWellProfiles();
    private final DrillingSessions sessions = new InMemoryDrillingSessions(wells);
    private final SettableClock clock = new SettableClock(NOON.plusNanos(1));
    private final DrillingSessionLog log = new DrillingSessionLog(sessions, clock);

    @BeforeEach
    void planTheWell() {
        wells.add(WellProfileSamples.planned(wells.nextId(), WELL, NOON));
    }

    @Test
    void aNewSessionIsActiveFromNow() {
        DrillingSession session = log.open(RIG, WELL, START, Optional.of("night shift"));

        assertThat(session)
                .isEqualTo(new DrillingSession(
                        session.id(),
                        RIG,
                        WELL,
                        NOON,
                        START,
                        Optional.of("night shift"),
                        new Active(NOON, Hours.NONE)));
        assertThat(sessions.findOpen(RIG)).contains(session);
    }

    @Test
    void aRigHasOneOpenSession() {
        DrillingSession first = open();

        assertThatThrownBy(this::open).isInstanceOf(SessionAlreadyOpen.class);
        log.pause(first.id());
        assertThatThrownBy(this::open).isInstanceOf(SessionAlreadyOpen.class);
        log.cancel(first.id());

        assertThat(sessions.findOpen(RIG)).isEmpty();
        assertThat(open().id()).isNotEqualTo(first.id());
    }

    @Test
    void aSessionNeedsAPlannedWell() {
        assertThatThrownBy(() -> log.open(RIG, new WellId("X"), START, Optional.empty()))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no well X");
        assertThat(sessions.list(RIG, Page.first(10))).isEmpty();
    }

    @Test
    void theDrillingTimeOfASessionIsTheSumOfItsActivePeriods() {
        DrillingSessionId id = open().id();
        clock.advance(Duration.ofHours(4));
        log.pause(id);
        clock.advance(Duration.ofHours(100));
        log.resume(id);
        clock.advance(Duration.ofHours(6));

        DrillingSession completed = log.complete(id, END);

        assertThat(completed.stage()).isEqualTo(new Completed(NOON.plus(Duration.ofHours(110)), END, new Hours(10)));
        assertThat(completed.averageRateOfPenetration().orElseThrow().metresPerHour())
                .isEqualTo(50);
        assertThat(sessions.find(id)).contains(completed);
    }

    @Test
    void aRefusedTransitionChangesNothing() {
        DrillingSessionId id = open().id();

        assertThatThrownBy(() -> log.resume(id)).isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> log.complete(id, new MeasuredDepth(1))).isInstanceOf(InvalidField.class);

        assertThat(sessions.find(id)).map(DrillingSession::stage).contains(new Active(NOON, Hours.NONE));
    }

    @Test
    void aConcurrentChangeIsReported() {
        DrillingSessionId id = open().id();
        DrillingSessionLog second = new DrillingSessionLog(
                ConcurrentCaller.before("replace", DrillingSessions.class, sessions, () -> log.cancel(id)), clock);

        assertThatThrownBy(() -> second.pause(id))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("drilling session %s is cancelled and cannot become paused", id);
        assertThat(sessions.find(id))
                .map(DrillingSession::stage)
                .contains(new Cancelled(NOON, Optional.empty(), Hours.NONE));
    }

    @Test
    void aPausedSessionIsOpen() {
        DrillingSessionId id = open().id();
        clock.advance(Duration.ofMinutes(30));

        log.pause(id);

        assertThat(sessions.findOpen(RIG)).map(DrillingSession::stage).contains(new Paused(new Hours(0.5)));
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThatThrownBy(() -> log.pause(new DrillingSessionId(404)))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no drilling session 404");
    }

    private DrillingSession open() {
        return log.open(RIG, WELL, START, Optional.empty());
    }
}
