package derrick.domain.systemlog;

/** The severity of a log entry, in ascending order. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    CRITICAL
}
