package derrick.migrations.backup;

/** A file is no backup, or not whole, or not as it was written. The message names it; nothing was touched. */
public final class BackupUnreadable extends RuntimeException {
    BackupUnreadable(String reason) {
        super(reason);
    }

    BackupUnreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
