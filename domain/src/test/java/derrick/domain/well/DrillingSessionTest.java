package derrick.domain.well;

import static derrick.domain.well.DrillingSessionSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.field.InvalidField;
import derrick.domain.quantity.Hours;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.quantity.RateOfPenetration;
import derrick.domain.rig.RigId;
import derrick.domain.well.SessionStage.Active;
import derrick.domain.well.SessionStage.Cancelled;
import derrick.domain.well.SessionStage.Completed;
import derrick.domain.well.SessionStage.Paused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DrillingSessionTest {
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final MeasuredDepth END = new MeasuredDepth(2000);

    private static final Map<SessionStatus, Set<SessionStatus>> NEXT_STATUSES = Map.of(
            SessionStatus.ACTIVE, Set.of(SessionStatus.PAUSED, SessionStatus.COMPLETED, SessionStatus.CANCELLED),
            SessionStatus.PAUSED, Set.of(SessionStatus.ACTIVE, SessionStatus.COMPLETED, SessionStatus.CANCELLED));

    private static final Map<SessionStatus, UnaryOperator<DrillingSession>> TRANSITIONS = Map.of(
            SessionStatus.ACTIVE, session -> session.resume(LATER),
            SessionStatus.PAUSED, session -> session.pause(LATER),
            SessionStatus.COMPLETED, session -> session.complete(END, LATER),
            SessionStatus.CANCELLED, session -> session.cancel(LATER));

    static List<SessionStage> everyStage() {
        return List.of(
                new Active(NOON, Hours.NONE),
                new Paused(Hours.NONE),
                new Completed(LATER, END, Hours.NONE),
                new Cancelled(LATER, Optional.empty(), Hours.NONE));
    }

    @ParameterizedTest
    @MethodSource("everyStage")
    void aSessionMovesOnlyAlongTheStageDiagram(SessionStage stage) {
        DrillingSession session = at(stage);
        TRANSITIONS.forEach((next, step) -> {
            if (NEXT_STATUSES.getOrDefault(stage.status(), Set.of()).contains(next)) {
                assertThat(step.apply(session).stage().status()).isEqualTo(next);
            } else {
                assertThatThrownBy(() -> step.apply(session))
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessage("drilling session 7 is %s and cannot become %s", stage.status(), next);
            }
        });
    }

    @Test
    void onlyActivePeriodsCountAsDrillingTime() {
        DrillingSession session = at(new Active(NOON, Hours.NONE))
                .pause(NOON.plus(Duration.ofHours(2)))
                .resume(NOON.plus(Duration.ofHours(10)))
                .pause(NOON.plus(Duration.ofMinutes(10 * 60 + 30)))
                .resume(NOON.plus(Duration.ofHours(20)))
                .complete(new MeasuredDepth(1045), NOON.plus(Duration.ofHours(22)));

        assertThat(session.stage().drillingTime()).isEqualTo(new Hours(4.5));
        assertThat(session.averageRateOfPenetration()).contains(new RateOfPenetration(10));
    }

    @Test
    void endingAPausedSessionAddsNoDrillingTime() {
        DrillingSession paused = at(new Paused(new Hours(3)));

        assertThat(paused.complete(END, LATER).stage()).isEqualTo(new Completed(LATER, END, new Hours(3)));
        assertThat(paused.cancel(LATER).stage()).isEqualTo(new Cancelled(LATER, Optional.empty(), new Hours(3)));
    }

    @Test
    void thereIsNoRateWithoutEndDepthOrDrillingTime() {
        assertThat(at(new Paused(new Hours(3))).averageRateOfPenetration()).isEmpty();
        assertThat(at(new Completed(LATER, END, Hours.NONE)).averageRateOfPenetration())
                .isEmpty();
        assertThat(at(new Completed(LATER, new MeasuredDepth(1000), Hours.NONE)).averageRateOfPenetration())
                .isEmpty();
        assertThat(at(new Completed(LATER, END, new Hours(Double.MIN_VALUE))).averageRateOfPenetration())
                .isEmpty();
        assertThat(at(new Cancelled(LATER, Optional.of(END), new Hours(2))).averageRateOfPenetration())
                .contains(new RateOfPenetration(500));
        assertThat(at(new Completed(LATER, new MeasuredDepth(1000), new Hours(2)))
                        .averageRateOfPenetration())
                .contains(new RateOfPenetration(0));
    }

    @Test
    void aSessionCannotEndAboveOrBeforeItsStart() {
        DrillingSession session = at(new Active(NOON, Hours.NONE));

        assertThatThrownBy(() -> session.complete(new MeasuredDepth(999.9), LATER))
                .isInstanceOf(InvalidField.class)
                .hasMessage("end_depth must not be less than start_depth (1000.0 m)");
        assertThatThrownBy(() -> at(new Cancelled(LATER, Optional.of(new MeasuredDepth(999.9)), Hours.NONE)))
                .hasMessageStartingWith("end_depth must");
        assertThatThrownBy(() -> at(new Completed(NOON.minusSeconds(1), END, Hours.NONE)))
                .hasMessage("end_time must not be before start_time");
        assertThatThrownBy(() -> at(new Cancelled(NOON.minusSeconds(1), Optional.empty(), Hours.NONE)))
                .hasMessage("end_time must not be before start_time");
        assertThatThrownBy(() -> at(new Active(NOON.minusSeconds(1), Hours.NONE)))
                .hasMessage("active_since must not be before start_time");
        assertThatThrownBy(() -> session.pause(NOON.minusSeconds(1)))
                .hasMessage("time must not be before active_since (2026-03-01T12:00:00Z)");
    }

    @Test
    void aTransitionChangesOnlyTheStage() {
        DrillingSession session = at(new Active(NOON, Hours.NONE));

        DrillingSession completed = session.complete(END, LATER);

        assertThat(completed)
                .isEqualTo(new DrillingSession(
                        session.id(),
                        session.rig(),
                        session.well(),
                        session.startedAt(),
                        session.startDepth(),
                        session.notes(),
                        new Completed(LATER, END, new Hours(1))));
    }

    @Test
    void invalidValuesAreReportedWithTheirField() {
        assertThatThrownBy(() -> new DrillingSessionId(0)).hasMessage("id must be 1 or more");
        assertThatThrownBy(() -> new Active(NOON.plusNanos(1), Hours.NONE))
                .hasMessage("active_since must not be finer than a microsecond");
        assertThatThrownBy(() -> new Completed(NOON.plusNanos(1), END, Hours.NONE))
                .hasMessage("end_time must not be finer than a microsecond");
        assertThatThrownBy(() -> new Cancelled(NOON.plusNanos(1), Optional.empty(), Hours.NONE))
                .hasMessage("end_time must not be finer than a microsecond");
        assertThatThrownBy(() -> session(NOON.plusNanos(1), "notes"))
                .hasMessage("start_time must not be finer than a microsecond");
        assertThatThrownBy(() -> session(NOON, "")).hasMessageStartingWith("notes must be");
    }

    private static DrillingSession session(Instant startedAt, String notes) {
        return new DrillingSession(
                new DrillingSessionId(7),
                new RigId("F-9A"),
                new WellId("NO 15/9-F-9 A"),
                startedAt,
                new MeasuredDepth(1000),
                Optional.of(notes),
                new Paused(Hours.NONE));
    }

    private static DrillingSession at(SessionStage stage) {
        return new DrillingSession(
                new DrillingSessionId(7),
                new RigId("F-9A"),
                new WellId("NO 15/9-F-9 A"),
                NOON,
                new MeasuredDepth(1000),
                Optional.of("wait on weather"),
                stage);
    }
}
