package derrick.migrations.postgres.embedded;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Restarts the server of a folder after a crash: at once, then with growing pauses. The server runs its crash recovery.
 */
final class Supervisor implements AutoCloseable {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    /** If the server crashes sooner after a start, the pause before the next start doubles. */
    private static final Duration STABLE = Duration.ofSeconds(3);

    private static final String ENDED = "the embedded PostgreSQL has ended and is being restarted";

    private final PostgresServer server;
    private final ServerUseLock lock;
    private final Consumer<String> say;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "embedded-postgresql");
    private volatile Optional<String> outage = Optional.empty();
    private Duration pause = Duration.ZERO;
    private long startedNanos = System.nanoTime();

    private Supervisor(PostgresServer server, ServerUseLock lock, Consumer<String> say) {
        this.server = server;
        this.lock = lock;
        this.say = say;
        thread.setDaemon(true);
    }

    /** Starts to watch the server, and registers this process as the supervisor. */
    static Supervisor start(PostgresServer server, ServerUseLock lock, Consumer<String> say) {
        Supervisor supervisor = new Supervisor(server, lock, say);
        lock.supervise();
        supervisor.thread.start();
        return supervisor;
    }

    /** Returns why the server accepts no connections; empty if it accepts them. */
    Optional<String> outage() {
        if (outage.isPresent() || server.isReady()) {
            return outage;
        }
        return Optional.of(server.isRunning() ? "the embedded PostgreSQL is recovering" : ENDED);
    }

    private void watch() {
        while (!closedWithin(POLL_INTERVAL)) {
            try {
                if (server.isRunning()) {
                    outage = Optional.empty();
                } else {
                    restart();
                }
            } catch (RuntimeException failure) {
                outage = Optional.of(String.valueOf(failure.getMessage()));
            }
        }
    }

    private void restart() {
        outage = Optional.of(ENDED);
        say.accept("the embedded PostgreSQL has ended; restarting it (log: "
                + server.folder().log() + ")");
        pause = System.nanoTime() - startedNanos > STABLE.toNanos() ? Duration.ZERO : longer(pause);
        while (!closedWithin(pause)) {
            try {
                lock.exclusively(this::findOrRestart, say);
                startedNanos = System.nanoTime();
                outage = Optional.empty();
                say.accept("the embedded PostgreSQL is running again");
                return;
            } catch (RuntimeException failure) {
                pause = longer(pause);
                report("the embedded PostgreSQL is down: "
                        + String.valueOf(failure.getMessage()).replaceFirst("^the embedded PostgreSQL ", "it "));
            }
        }
    }

    private boolean findOrRestart() {
        if (!server.isRunning()) {
            server.restart(this::isClosed);
        }
        return true;
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Reports a reason, but not twice in a row. */
    private void report(String reason) {
        if (!isClosed() && !outage.equals(Optional.of(reason))) {
            outage = Optional.of(reason);
            say.accept(reason + "; trying again every " + LONGEST_PAUSE.toSeconds() + " seconds");
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private boolean closedWithin(Duration wait) {
        try {
            return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            // Not expected: an interrupt would close the channel of the lock file.
            return true;
        }
    }

    /** Stops watching and cancels a start in progress. */
    @Override
    public void close() {
        closed.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
