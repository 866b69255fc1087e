package derrick.migrations.flyway;

/** Another migration held the lock for too long. Nothing was run. */
public final class LockNotGot extends RuntimeException {
    LockNotGot(Throwable cause) {
        super("another migration of this database is still running; try again when it is done", cause);
    }
}
