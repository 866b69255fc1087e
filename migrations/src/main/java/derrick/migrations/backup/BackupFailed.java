package derrick.migrations.backup;

/** The database, or the program that reads it, did not give all its rows. There is no backup; the message says why. */
public final class BackupFailed extends RuntimeException {
    BackupFailed(String reason, Throwable cause) {
        super(reason, cause);
    }

    BackupFailed(String reason) {
        super(reason);
    }
}
