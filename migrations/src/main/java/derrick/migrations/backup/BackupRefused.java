package derrick.migrations.backup;

/** A backup would be incomplete, or cannot be restored here; the message says what helps. */
public final class BackupRefused extends RuntimeException {
    BackupRefused(String reason) {
        super(reason);
    }

    BackupRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
