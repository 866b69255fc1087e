package derrick.migrations.backup;

/** Thrown if the database or pg_dump fails during a backup. */
public final class BackupFailed extends RuntimeException {
    BackupFailed(String reason, Throwable cause) {
        super(reason, cause);
    }

    BackupFailed(String reason) {
        super(reason);
    }
}
