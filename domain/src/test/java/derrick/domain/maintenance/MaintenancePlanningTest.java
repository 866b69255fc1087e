package derrick.domain.maintenance;

import static derrick.domain.maintenance.MaintenanceScheduleSamples.NOON;
import static derrick.domain.maintenance.MaintenanceScheduleSamples.WORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.field.InvalidField;
import derrick.domain.quantity.Hours;
import derrick.domain.rig.RigId;
import derrick.domain.store.ConcurrentCaller;
import derrick.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MaintenancePlanningTest {
    private static final RigId RIG = new RigId("F-9A");
    private static final Instant DUE = NOON.plus(Duration.ofDays(1));

    private static final Map<ScheduleStatus, Set<ScheduleStatus>> NEXT_STATUSES = Map.of(
            ScheduleStatus.SCHEDULED, Set.of(ScheduleStatus.IN_PROGRESS, ScheduleStatus.CANCELLED),
            ScheduleStatus.IN_PROGRESS, Set.of(ScheduleStatus.COMPLETED, ScheduleStatus.CANCELLED));

    private final MaintenanceSchedules schedules = new InMemoryMaintenanceSchedules();
    private final SettableClock clock = new SettableClock(NOON.plusNanos(1));
    private final MaintenancePlanning planning = new MaintenancePlanning(schedules, clock);

    @Test
    void newWorkIsScheduled() {
        MaintenanceSchedule planned =
                planning.schedule(RIG, WORK, DUE, Optional.of("Ann"), Optional.of("bring spares"));

        assertThat(planned)
                .isEqualTo(new MaintenanceSchedule(
                        planned.id(),
                        RIG,
                        WORK,
                        DUE,
                        Optional.of("Ann"),
                        Optional.of("bring spares"),
                        NOON,
                        NOON,
                        ScheduleStatus.SCHEDULED));
        assertThat(schedules.find(planned.id())).contains(planned);
    }

    @Test
    void workIsStartedAndCompleted() {
        MaintenanceSchedule planned = schedule();
        clock.advance(Duration.ofHours(1));
        planning.start(planned.id());
        clock.advance(Duration.ofHours(1));

        MaintenanceSchedule completed = planning.complete(planned.id());

        assertThat(completed).isEqualTo(at(planned, NOON.plus(Duration.ofHours(2)), ScheduleStatus.COMPLETED));
        assertThat(schedules.find(planned.id())).contains(completed);
    }

    @Test
    void workCanBeCancelledBeforeItIsCompleted() {
        MaintenanceScheduleId before = schedule().id();
        MaintenanceScheduleId started = schedule().id();
        planning.start(started);

        planning.cancel(before);
        planning.cancel(started);

        assertThat(schedules.find(before)).map(MaintenanceSchedule::status).contains(ScheduleStatus.CANCELLED);
        assertThat(schedules.find(started)).map(MaintenanceSchedule::status).contains(ScheduleStatus.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource
    void workMovesOnlyAlongTheStageDiagram(ScheduleStatus status) {
        MaintenanceSchedule work = at(schedule(), NOON, status);
        for (ScheduleStatus next : ScheduleStatus.values()) {
            if (NEXT_STATUSES.getOrDefault(status, Set.of()).contains(next)) {
                assertThat(work.moveTo(next, NOON).status()).isEqualTo(next);
            } else {
                assertThatThrownBy(() -> work.moveTo(next, NOON))
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessage("maintenance schedule %s is %s and cannot become %s", work.id(), status, next);
            }
        }
    }

    @Test
    void updatedAtIncreasesEvenIfTheClockStandsStill() {
        MaintenanceSchedule planned = schedule();

        assertThat(planned.moveTo(ScheduleStatus.IN_PROGRESS, NOON).updatedAt()).isEqualTo(NOON.plusNanos(1000));
    }

    @Test
    void aRefusedTransitionChangesNothing() {
        MaintenanceSchedule planned = schedule();

        assertThatThrownBy(() -> planning.complete(planned.id())).isInstanceOf(IllegalTransition.class);

        assertThat(schedules.find(planned.id())).contains(planned);
    }

    @Test
    void aConcurrentChangeIsReported() {
        MaintenanceScheduleId id = schedule().id();
        MaintenancePlanning second = new MaintenancePlanning(
                ConcurrentCaller.before("replace", MaintenanceSchedules.class, schedules, () -> planning.cancel(id)),
                clock);

        assertThatThrownBy(() -> second.start(id))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("maintenance schedule %s is cancelled and cannot become in_progress", id);
        assertThat(schedules.find(id)).map(MaintenanceSchedule::status).contains(ScheduleStatus.CANCELLED);
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThatThrownBy(() -> planning.start(new MaintenanceScheduleId(404)))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no maintenance schedule 404");
    }

    @Test
    void invalidValuesAreReportedWithTheirField() {
        assertThatThrownBy(() -> new PlannedWork("", "overhaul", Priority.LOW, new Hours(1)))
                .hasMessage("component must be 1 to 100 characters");
        assertThatThrownBy(() -> new PlannedWork("pump", "x".repeat(51), Priority.LOW, new Hours(1)))
                .hasMessage("maintenance_type must be at most 50 characters");
        assertThatThrownBy(() -> new PlannedWork("pump", "overhaul", Priority.LOW, Hours.NONE))
                .isInstanceOf(InvalidField.class)
                .hasMessage("estimated_duration_hours must be more than 0");
        assertThatThrownBy(() -> planning.schedule(RIG, WORK, DUE.plusNanos(1), Optional.empty(), Optional.empty()))
                .hasMessage("scheduled_date must not be finer than a microsecond");
        assertThatThrownBy(() -> planning.schedule(RIG, WORK, DUE, Optional.of("x".repeat(101)), Optional.empty()))
                .hasMessage("assigned_to must be at most 100 characters");
        assertThatThrownBy(() -> planning.schedule(RIG, WORK, DUE, Optional.empty(), Optional.of("")))
                .hasMessageStartingWith("notes must be");
        assertThatThrownBy(() -> new MaintenanceScheduleId(0)).hasMessage("id must be 1 or more");
    }

    private MaintenanceSchedule schedule() {
        return planning.schedule(RIG, WORK, DUE, Optional.empty(), Optional.empty());
    }

    private static MaintenanceSchedule at(MaintenanceSchedule work, Instant updated, ScheduleStatus status) {
        return new MaintenanceSchedule(
                work.id(),
                work.rig(),
                work.work(),
                work.due(),
                work.assignedTo(),
                work.notes(),
                work.createdAt(),
                updated,
                status);
    }
}
