package derrick.migrations.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Retries work while another session holds a lock that it needs: the migration lock, or a table lock. Between two
 * attempts no lock request is queued, so that other sessions can continue.
 *
 * @param limit how long to retry
 */
record LockRetry(DataSource dataSource, Duration limit, MigrationListener listener) {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /**
     * Runs the work until it succeeds or the time limit is over.
     *
     * @throws LockTimeoutException if the lock is still held when the limit is over
     */
    <T> T run(Supplier<T> work) {
        long start = System.nanoTime();
        Optional<String> reported = Optional.empty();
        while (true) {
            try {
                return work.get();
            } catch (LockTimeoutException | MigrationFailed failure) {
                String reason = reason(failure);
                Duration left = limit.minusNanos(System.nanoTime() - start);
                if (left.isNegative() || left.isZero()) {
                    throw LockTimeoutException.afterRetries(reason, failure);
                }
                if (!reported.equals(Optional.of(reason))) {
                    listener.waiting(reason);
                    reported = Optional.of(reason);
                }
                sleep(shorter(pause(failure), left), failure);
            }
        }
    }

    private String reason(RuntimeException failure) {
        if (failure instanceof MigrationFailed failed) {
            if (!failed.isLockTimeout()) {
                throw failed;
            }
            return "%s, line %d, needs a lock that another session holds".formatted(failed.path(), failed.line());
        }
        if (failure instanceof LockTimeoutException timeout && timeout.isFinal()) {
            throw timeout;
        }
        return "%s migrates this database"
                .formatted(MigrationLock.holder(dataSource).orElse("another session"));
    }

    /** Sessions queued behind a statement get twice the time that it blocked them. */
    private static Duration pause(RuntimeException failure) {
        return failure instanceof MigrationFailed failed
                ? shorter(PAUSE.plus(failed.duration().multipliedBy(2)), LONGEST_PAUSE)
                : PAUSE;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void sleep(Duration time, RuntimeException failure) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
