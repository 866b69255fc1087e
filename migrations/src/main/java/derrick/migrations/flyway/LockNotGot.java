package derrick.migrations.flyway;

/** Somebody else held a lock for too long. The message says which; what was being done is not done. */
public final class LockNotGot extends RuntimeException {
    private final boolean waitedFor;

    /** At the first try. */
    LockNotGot(String reason, Throwable cause) {
        super(reason, cause);
        this.waitedFor = false;
    }

    /** At the first try, where nobody is to wait. */
    LockNotGot(String reason) {
        super(reason);
        this.waitedFor = false;
    }

    private LockNotGot(String reason, Throwable cause, boolean waitedFor) {
        super(reason, cause);
        this.waitedFor = waitedFor;
    }

    /** After all the time that there was. */
    static LockNotGot inTime(String reason, Throwable cause) {
        return new LockNotGot(reason + "; try again later", cause, true);
    }

    boolean wasWaitedFor() {
        return waitedFor;
    }
}
