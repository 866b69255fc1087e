package derrick.migrations.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Tries again while somebody else's lock is in the way: that of another migration, or that of people who use a table
 * which a script wants for itself. Between two attempts nothing stands in their queue.
 */
record LockRetry(DataSource dataSource, Duration limit, MigrationListener listener) {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Does the work, again and again if need be; fails with {@link LockTimeoutException} when the time is up. */
    <T> T with(Supplier<T> work) {
        long begun = System.nanoTime();
        Optional<String> said = Optional.empty();
        while (true) {
            try {
                return work.get();
            } catch (LockTimeoutException | MigrationFailed failure) {
                String reason = reason(failure);
                Duration left = limit.minusNanos(System.nanoTime() - begun);
                if (left.isNegative() || left.isZero()) {
                    throw LockTimeoutException.inTime(reason, failure);
                }
                if (!said.equals(Optional.of(reason))) {
                    listener.waits(reason);
                    said = Optional.of(reason);
                }
                pause(shorter(pause(failure), left), failure);
            }
        }
    }

    private String reason(RuntimeException failure) {
        if (failure instanceof MigrationFailed failed) {
            if (!failed.isForALock()) {
                throw failed;
            }
            return "%s, line %d, needs a lock that others do not let go of".formatted(failed.path(), failed.line());
        }
        if (failure instanceof LockTimeoutException lock && lock.wasWaitedFor()) {
            throw lock;
        }
        return "%s migrates this database"
                .formatted(new LockHolder(dataSource).described().orElse("somebody else"));
    }

    /** Who stood behind a statement in the queue gets twice the time it took from them. */
    private static Duration pause(RuntimeException failure) {
        return failure instanceof MigrationFailed failed
                ? shorter(PAUSE.plus(failed.tried().multipliedBy(2)), LONGEST_PAUSE)
                : PAUSE;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void pause(Duration time, RuntimeException failure) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
