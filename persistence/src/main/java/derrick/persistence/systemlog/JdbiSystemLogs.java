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

/** The journal of the services in PostgreSQL. */
public final class JdbiSystemLogs implements SystemLogs {
    private final Store store;

    @Inject
    public JdbiSystemLogs(Store store) {
        this.store = store;
    }

    @Override
    public SystemLogId nextId() {
        return store.query(handle ->
                handle.createQuery("""
                        SELECT nextval(pg_get_serial_sequence('system_logs', 'id'))
                        """).mapTo(Long.class).map(SystemLogId::new).one());
    }

    @Override
    public void add(SystemLog entry) {
        store.query(handle ->
                handle.createUpdate("""
                        INSERT INTO system_logs (id, timestamp, level, service, message, details, user_id)
                        VALUES (:id, :timestamp, :level, :service, :message, :details, :userId)
                        """).bindMethods(SystemLogRow.of(entry)).execute());
    }

    /** Takes a page of each level from its index and merges them: as cheap for a rare level as for a common one. */
    @Override
    public List<SystemLog> list(LogLevel atLeast, Page page) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return store.query(handle -> handle.createQuery("""
                        SELECT entry.*
                        FROM unnest(string_to_array(:levels, ',')) AS wanted (level)
                        CROSS JOIN LATERAL (
                            SELECT *
                            FROM system_logs
                            WHERE level = wanted.level AND (timestamp, id) < (:time, :id)
                            ORDER BY timestamp DESC, id DESC
                            LIMIT :limit
                        ) entry
                        ORDER BY entry.timestamp DESC, entry.id DESC
                        LIMIT :limit
                        """)
                .bind("levels", from(atLeast))
                .bind("time", after.time())
                .bind("id", after.id())
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(SystemLogRow.class))
                .map(SystemLogRow::entry)
                .list());
    }

    private static String from(LogLevel atLeast) {
        return Stream.of(LogLevel.values())
                .filter(level -> level.compareTo(atLeast) >= 0)
                .map(LogLevel::name)
                .collect(Collectors.joining(","));
    }
}
