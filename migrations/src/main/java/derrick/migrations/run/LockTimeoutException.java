package derrick.migrations.run;

/** Somebody else held a lock for too long. The message says which; what was being done is not done. */
public final class LockTimeoutException extends RuntimeException {
    private final boolean waitedFor;

    /** At the first try. */
    LockTimeoutException(String reason, Throwable cause) {
        super(reason, cause);
        this.waitedFor = false;
    }

    /** At the first try, where nobody is to wait. */
    LockTimeoutException(String reason) {
        super(reason);
        this.waitedFor = false;
    }

    private LockTimeoutException(String reason, Throwable cause, boolean waitedFor) {
        super(reason, cause);
        this.waitedFor = waitedFor;
    }

    /** After all the time that there was. */
    static LockTimeoutException inTime(String reason, Throwable cause) {
        return new LockTimeoutException(reason + "; try again later", cause, true);
    }

    boolean wasWaitedFor() {
        return waitedFor;
    }
}
