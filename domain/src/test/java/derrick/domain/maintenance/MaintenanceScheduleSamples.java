package derrick.domain.maintenance;

import derrick.domain.quantity.Hours;
import derrick.domain.rig.RigSamples;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Planned work for tests. */
public final class MaintenanceScheduleSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public static final PlannedWork WORK = new PlannedWork("mud pump 1", "overhaul", Priority.HIGH, new Hours(8));

    private MaintenanceScheduleSamples() {}

    /** Returns scheduled work that is due at a time. */
    public static MaintenanceSchedule scheduled(MaintenanceScheduleId id, Instant due) {
        return at(id, WORK, due, Optional.empty(), ScheduleStatus.SCHEDULED);
    }

    /** Returns work of each status and priority, with extreme durations and the longest texts. */
    public static List<MaintenanceSchedule> everyKind(Supplier<MaintenanceScheduleId> ids) {
        List<MaintenanceSchedule> kinds = new ArrayList<>();
        for (ScheduleStatus status : ScheduleStatus.values()) {
            kinds.add(at(ids.get(), WORK, NOON, Optional.of("𝄞 bring\nspares"), status));
        }
        for (Priority priority : Priority.values()) {
            PlannedWork work = new PlannedWork("𝄞".repeat(100), "é".repeat(50), priority, new Hours(1.0 / 3));
            kinds.add(at(
                    ids.get(),
                    work,
                    Instant.parse("1999-12-31T23:59:59.999999Z"),
                    Optional.empty(),
                    ScheduleStatus.CANCELLED));
        }
        for (double hours : new double[] {Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE}) {
            PlannedWork work = new PlannedWork("a", "b", Priority.LOW, new Hours(hours));
            kinds.add(at(ids.get(), work, NOON, Optional.empty(), ScheduleStatus.SCHEDULED));
        }
        return kinds;
    }

    private static MaintenanceSchedule at(
            MaintenanceScheduleId id, PlannedWork work, Instant due, Optional<String> words, ScheduleStatus status) {
        return new MaintenanceSchedule(
                id,
                RigSamples.fresh(),
                work,
                due,
                words.map(any -> "𝄞".repeat(100)),
                words,
                NOON,
                NOON.plus(1, ChronoUnit.MICROS),
                status);
    }
}
