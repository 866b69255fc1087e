package derrick.domain.maintenance;

import derrick.domain.page.Page;
import java.util.List;
import java.util.Optional;

/** All work on equipment that was ever planned. */
public interface MaintenanceSchedules {
    /** Returns an ID that no work has had. */
    MaintenanceScheduleId nextId();

    void add(MaintenanceSchedule schedule);

    Optional<MaintenanceSchedule> find(MaintenanceScheduleId id);

    /** Work at a stage, that which is due first first. */
    List<MaintenanceSchedule> list(ScheduleStatus status, Page page);

    /** Replaces the stored work if its stage still equals that of {@code before}; returns whether it was replaced. */
    boolean replace(MaintenanceSchedule before, MaintenanceSchedule after);
}
