package derrick.migrations.backup;

/** The database did not take what is in a backup. The message says why, and that the database is as it was before. */
public final class RestoreFailed extends RuntimeException {
    RestoreFailed(String reason) {
        super(reason);
    }

    RestoreFailed(String reason, Throwable cause) {
        super(reason, cause);
    }
}
