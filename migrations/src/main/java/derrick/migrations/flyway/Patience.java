package derrick.migrations.flyway;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Tries again while somebody else's lock is in the way: that of another migration, or that of people who use a table
 * which a script wants for itself. Between two attempts nothing stands in their queue.
 */
record Patience(DataSource dataSource, Duration limit, MigrationListener listener) {
    private static final long PAUSE_MILLIS = 500;

    /** Does the work, again and again if need be; fails with {@link LockNotGot} when the time is up. */
    <T> T with(Supplier<T> work) {
        long begun = System.nanoTime();
        Optional<String> said = Optional.empty();
        while (true) {
            try {
                return work.get();
            } catch (LockNotGot | MigrationFailed failure) {
                String reason = reason(failure);
                if (System.nanoTime() - begun >= limit.toNanos()) {
                    throw new LockNotGot(reason + "; try again later", failure);
                }
                if (!said.equals(Optional.of(reason))) {
                    listener.waits(reason);
                    said = Optional.of(reason);
                }
                pause(failure);
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
        return "%s migrates this database"
                .formatted(new LockHolder(dataSource).described().orElse("somebody else"));
    }

    private static void pause(RuntimeException failure) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
