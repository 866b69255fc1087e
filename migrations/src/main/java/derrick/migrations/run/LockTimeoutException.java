package derrick.migrations.run;

/** Thrown when another session holds a lock for too long. The message names the lock. Nothing was changed. */
public final class LockTimeoutException extends RuntimeException {
    private final boolean isFinal;

    /** For one attempt, which {@link LockRetry} may repeat. */
    LockTimeoutException(String reason, Throwable cause) {
        super(reason, cause);
        this.isFinal = false;
    }

    /** For an attempt that is not repeated. */
    LockTimeoutException(String reason) {
        super(reason);
        this.isFinal = false;
    }

    private LockTimeoutException(String reason, Throwable cause, boolean isFinal) {
        super(reason, cause);
        this.isFinal = isFinal;
    }

    /** For the last attempt, when the time limit is over. */
    static LockTimeoutException afterRetries(String reason, Throwable cause) {
        return new LockTimeoutException(reason + "; try again later", cause, true);
    }

    /** True if the time limit is over, so that no retry follows. */
    boolean isFinal() {
        return isFinal;
    }
}
