package derrick.migrations.backup;

/** Thrown if a file is not a backup or is damaged; the message names the file. */
public final class BackupUnreadable extends RuntimeException {
    BackupUnreadable(String reason) {
        super(reason);
    }

    BackupUnreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
