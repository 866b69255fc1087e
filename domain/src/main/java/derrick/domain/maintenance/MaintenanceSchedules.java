package derrick.domain.maintenance;

import derrick.domain.page.Page;
import java.util.List;
import java.util.Optional;

/** All work on equipment that was ever planned. */
public interface MaintenanceSchedules {
    /** A number no work has had, so that work always has its number. */
    MaintenanceScheduleId nextId();

    void add(MaintenanceSchedule schedule);

    Optional<MaintenanceSchedule> find(MaintenanceScheduleId id);

    /** Work at a stage, that which is due first first. */
    List<MaintenanceSchedule> list(ScheduleStatus status, Page page);

    /** Keeps {@code after} if the work still stands where {@code before} stood; says whether it did. */
    boolean replace(MaintenanceSchedule before, MaintenanceSchedule after);
}
