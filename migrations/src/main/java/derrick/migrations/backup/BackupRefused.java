package derrick.migrations.backup;

/** Thrown if a backup would be incomplete or cannot be restored; the message names the remedy. */
public final class BackupRefused extends RuntimeException {
    BackupRefused(String reason) {
        super(reason);
    }

    BackupRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
