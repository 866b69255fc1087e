package derrick.migrations.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
final class Deadline {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Deadline() {}

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }
}
