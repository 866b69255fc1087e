package derrick.domain.systemlog;

import derrick.domain.page.Page;
import java.util.List;

/** The repository of log entries of all services. */
public interface SystemLogs {
    /** Returns an ID that no entry has had. */
    SystemLogId nextId();

    void add(SystemLog entry);

    /** Returns the entries of a level and above, newest first. */
    List<SystemLog> list(LogLevel atLeast, Page page);
}
