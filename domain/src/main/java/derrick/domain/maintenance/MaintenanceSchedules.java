package derrick.domain.maintenance;

import derrick.domain.page.Page;
import java.util.List;
import java.util.Optional;

/** The repository of scheduled maintenance work. */
public interface MaintenanceSchedules {
    /** Returns an ID that no work has had. */
    MaintenanceScheduleId nextId();

    void add(MaintenanceSchedule schedule);

    Optional<MaintenanceSchedule> find(MaintenanceScheduleId id);

    /** Returns the work with a status, earliest due time first. */
    List<MaintenanceSchedule> list(ScheduleStatus status, Page page);

    /** Replaces the stored work if it was not updated since {@code before}; returns whether it was replaced. */
    boolean replace(MaintenanceSchedule before, MaintenanceSchedule after);
}
