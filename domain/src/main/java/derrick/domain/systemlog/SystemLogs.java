package derrick.domain.systemlog;

import derrick.domain.page.Page;
import java.util.List;

/** The log entries of all services. */
public interface SystemLogs {
    /** Returns an ID that no entry has had. */
    SystemLogId nextId();

    void add(SystemLog entry);

    /** What matters as much as a level or more, the newest first. */
    List<SystemLog> list(LogLevel atLeast, Page page);
}
