package derrick.domain.maintenance;

import derrick.domain.page.Page;
import java.util.List;
import java.util.Optional;

/** A repository in which another user cancels work just before it is replaced. */
record ConcurrentlyCancelledSchedules(
        MaintenanceSchedules schedules, MaintenancePlanning first, MaintenanceScheduleId id)
        implements MaintenanceSchedules {
    @Override
    public MaintenanceScheduleId nextId() {
        return schedules.nextId();
    }

    @Override
    public void add(MaintenanceSchedule schedule) {
        schedules.add(schedule);
    }

    @Override
    public Optional<MaintenanceSchedule> find(MaintenanceScheduleId requestedId) {
        return schedules.find(requestedId);
    }

    @Override
    public List<MaintenanceSchedule> list(ScheduleStatus status, Page page) {
        return schedules.list(status, page);
    }

    @Override
    public boolean replace(MaintenanceSchedule before, MaintenanceSchedule after) {
        first.cancel(id);
        return schedules.replace(before, after);
    }
}
