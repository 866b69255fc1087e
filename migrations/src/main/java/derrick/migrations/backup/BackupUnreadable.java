package derrick.migrations.backup;

/** A file is not a backup, or is damaged; the message names it. */
public final class BackupUnreadable extends RuntimeException {
    BackupUnreadable(String reason) {
        super(reason);
    }

    BackupUnreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
