package derrick.migrations.postgres.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition that another process changes, by polling. */
final class ProcessWait {
    private static final long POLL_MILLIS = 5;

    private ProcessWait() {}

    /** Returns when the condition is true, the time limit is over or the thread is interrupted. */
    static void until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
