package derrick.migrations.postgres.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. They announce nothing, so this looks again every few milliseconds. */
final class ProcessWait {
    private static final long LOOK_MILLIS = 5;

    private ProcessWait() {}

    /** Returns when the condition holds, or after the limit, or when the thread is interrupted. */
    static void until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
