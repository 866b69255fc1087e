package derrick.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops the server in order on Ctrl-C or SIGTERM. The JVM's shutdown, which either begins, waits here until everything
 * is closed, and then ends the process with 0 where it would have reported the signal.
 */
final class ShutdownSignal implements AutoCloseable {
    /** As long as draining and the database's own end may take, and some more. */
    private static final Duration LONGEST_END = Duration.ofSeconds(60);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private ShutdownSignal() {}

    /** Listens from now on; what is opened after this and closed before it is closed in time. */
    static ShutdownSignal install() {
        ShutdownSignal signal = new ShutdownSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::end, "stop"));
        return signal;
    }

    /** Waits for the signal. */
    void await() throws InterruptedException {
        asked.await();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void end() {
        if (closed.getCount() == 0) {
            return;
        }
        asked.countDown();
        try {
            if (closed.await(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
