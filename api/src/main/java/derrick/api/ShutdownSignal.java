package derrick.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops the server on Ctrl-C or SIGTERM. A shutdown hook of the JVM waits until the server is closed, and then ends the
 * process with exit code 0 instead of the signal's.
 */
final class ShutdownSignal implements AutoCloseable {
    /** Longer than the requests in progress and the database together may take to stop. */
    private static final Duration SHUTDOWN_MAX = Duration.ofSeconds(60);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private ShutdownSignal() {}

    /** Installs the hook. Resources that are opened after this and closed before it are closed before the JVM ends. */
    static ShutdownSignal install() {
        ShutdownSignal signal = new ShutdownSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::end, "stop"));
        return signal;
    }

    /** Returns when the process receives the signal. */
    void await() throws InterruptedException {
        requested.await();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void end() {
        if (closed.getCount() == 0) {
            return;
        }
        requested.countDown();
        try {
            if (closed.await(SHUTDOWN_MAX.toSeconds(), TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
