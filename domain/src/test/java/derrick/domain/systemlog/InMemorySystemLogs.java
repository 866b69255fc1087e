package derrick.domain.systemlog;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Log entries in memory, for tests. Thread-safe. */
public final class InMemorySystemLogs implements SystemLogs {
    private final List<SystemLog> stored = new ArrayList<>();
    private long lastId;

    @Override
    public synchronized SystemLogId nextId() {
        return new SystemLogId(++lastId);
    }

    @Override
    public synchronized void add(SystemLog entry) {
        stored.add(entry);
    }

    @Override
    public synchronized List<SystemLog> list(LogLevel atLeast, Page page) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return stored.stream()
                .filter(entry -> entry.level().compareTo(atLeast) >= 0)
                .filter(entry -> entry.cursor().compareTo(after) < 0)
                .sorted(Comparator.comparing(SystemLog::cursor).reversed())
                .limit(page.limit())
                .toList();
    }
}
