package derrick.migrations.flyway;

/** Somebody else held a lock for too long. The message says which; what was being done is not done. */
public final class LockNotGot extends RuntimeException {
    LockNotGot(String reason) {
        super(reason);
    }

    LockNotGot(String reason, Throwable cause) {
        super(reason, cause);
    }
}
