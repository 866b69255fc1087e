package derrick.migrations.backup;

/** A backup could not be taken, because the database or pg_dump failed; the message says why. */
public final class BackupFailed extends RuntimeException {
    BackupFailed(String reason, Throwable cause) {
        super(reason, cause);
    }

    BackupFailed(String reason) {
        super(reason);
    }
}
