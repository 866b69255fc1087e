package derrick.domain.systemlog;

/** How much a log entry matters, in ascending order. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    CRITICAL
}
