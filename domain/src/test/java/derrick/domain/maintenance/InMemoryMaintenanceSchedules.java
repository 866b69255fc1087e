package derrick.domain.maintenance;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Planned work in memory, for tests. Thread-safe. */
public final class InMemoryMaintenanceSchedules implements MaintenanceSchedules {
    private final Map<MaintenanceScheduleId, MaintenanceSchedule> stored = new HashMap<>();
    private long lastId;

    @Override
    public synchronized MaintenanceScheduleId nextId() {
        return new MaintenanceScheduleId(++lastId);
    }

    @Override
    public synchronized void add(MaintenanceSchedule schedule) {
        if (stored.putIfAbsent(schedule.id(), schedule) != null) {
            throw new IllegalStateException("there is a maintenance schedule " + schedule.id());
        }
    }

    @Override
    public synchronized Optional<MaintenanceSchedule> find(MaintenanceScheduleId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized List<MaintenanceSchedule> list(ScheduleStatus status, Page page) {
        PageCursor after = page.after().orElse(PageCursor.OLDEST);
        return stored.values().stream()
                .filter(schedule -> schedule.status() == status)
                .filter(schedule -> schedule.cursor().compareTo(after) > 0)
                .sorted(Comparator.comparing(MaintenanceSchedule::cursor))
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized boolean replace(MaintenanceSchedule before, MaintenanceSchedule after) {
        return find(before.id())
                .filter(current -> current.updatedAt().equals(before.updatedAt()))
                .map(current -> stored.put(current.id(), after))
                .isPresent();
    }
}
