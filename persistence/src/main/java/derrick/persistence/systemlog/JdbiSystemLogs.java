package derrick.persistence.systemlog;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.systemlog.LogLevel;
import derrick.domain.systemlog.SystemLog;
import derrick.domain.systemlog.SystemLogId;
import derrick.domain.systemlog.SystemLogs;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores the log entries of the services in the table {@code system_logs}. */
public final class JdbiSystemLogs implements SystemLogs {
    private final Store store;

    @Inject
    public JdbiSystemLogs(Store store) {
        this.store = store;
    }

    @Override
    public SystemLogId nextId() {
        return new SystemLogId(store.nextId("system_logs"));
    }

    @Override
    public void add(SystemLog entry) {
        store.query(handle ->
                handle.createUpdate("""
                        INSERT INTO system_logs (id, timestamp, level, service, message, details, user_id)
                        VALUES (:id, :timestamp, :level, :service, :message, :details, :userId)
                        """).bindMethods(SystemLogRow.of(entry)).execute());
    }

    /** Reads a page of each level from the index and merges them: a rare level costs no more than a common one. */
    @Override
    public List<SystemLog> list(LogLevel atLeast, Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT entry.*
                        FROM unnest(string_to_array(:levels, ',')) AS wanted (level)
                        CROSS JOIN LATERAL (
                            SELECT *
                            FROM system_logs
                            WHERE level = wanted.level AND (timestamp, id) < (:after.time, :after.id)
                            ORDER BY timestamp DESC, id DESC
                            LIMIT :limit
                        ) entry
                        ORDER BY entry.timestamp DESC, entry.id DESC
                        LIMIT :limit
                        """)
                .bind("levels", namesFrom(atLeast))
                .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(SystemLogRow.class))
                .map(SystemLogRow::entry)
                .list());
    }

    private static String namesFrom(LogLevel atLeast) {
        return Stream.of(LogLevel.values())
                .filter(level -> level.compareTo(atLeast) >= 0)
                .map(LogLevel::name)
                .collect(Collectors.joining(","));
    }
}
