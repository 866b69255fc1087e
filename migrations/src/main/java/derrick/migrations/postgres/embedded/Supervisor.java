package derrick.migrations.postgres.embedded;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts the server of a folder again when it has died: at once, then with growing pauses. The server's crash recovery
 * decides whether its data are whole.
 */
final class Supervisor implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    /** A server that dies sooner after a start has the pause of the start before doubled. */
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

    /** Watches from now on. The lock tells other processes that somebody does. */
    static Supervisor start(PostgresServer server, ServerUseLock lock, Consumer<String> say) {
        Supervisor supervisor = new Supervisor(server, lock, say);
        lock.supervise();
        supervisor.thread.start();
        return supervisor;
    }

    /** Why the server takes no connections now; empty while it does. */
    Optional<String> outage() {
        if (outage.isPresent() || server.isReady()) {
            return outage;
        }
        return Optional.of(server.isRunning() ? "the embedded PostgreSQL is recovering" : ENDED);
    }

    private void watch() {
        while (!closedWithin(LOOK)) {
            try {
                if (server.isRunning()) {
                    outage = Optional.empty();
                } else {
                    restart();
                }
            } catch (RuntimeException unreadable) {
                outage = Optional.of(String.valueOf(unreadable.getMessage()));
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
                lock.alone(this::findOrRestart, say);
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

    /** Says the same reason once, however often it is met. */
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
            // Nobody interrupts this thread: that would close the channel of the lock.
            return true;
        }
    }

    /** Stops to watch; a start that is under way is broken off. */
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
