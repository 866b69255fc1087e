package derrick.migrations.backup;

/** A backup could be made or restored only in part, or over what is there. The message says what to do instead. */
public final class BackupRefused extends RuntimeException {
    BackupRefused(String reason) {
        super(reason);
    }
}
