package derrick.migrations.postgres.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The processes of a server whose postmaster has died. They hold its shared memory, so that no other server can start
 * on the data. They exit when they notice; a busy one may take long.
 */
record OrphanedProcesses(Path dataDirectory) {
    private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration SIGNAL_TIMEOUT = Duration.ofSeconds(2);

    /** Waits until all have exited, then sends SIGQUIT and SIGKILL, as a postmaster does after a crash. */
    void end(BooleanSupplier cancelled) {
        ProcessWait.until(EXIT_TIMEOUT, () -> cancelled.getAsBoolean() || list().isEmpty());
        for (String signal : List.of("QUIT", "KILL")) {
            List<ProcessRef> running = list();
            if (running.isEmpty() || cancelled.getAsBoolean()) {
                return;
            }
            running.forEach(process -> process.signal(signal));
            ProcessWait.until(SIGNAL_TIMEOUT, () -> cancelled.getAsBoolean() || list().isEmpty());
        }
    }

    /** Returns the PostgreSQL processes whose working directory is the data directory; none if the system hides it. */
    private List<ProcessRef> list() {
        return ProcessHandle.allProcesses()
                .map(handle -> ProcessRef.find(handle.pid()))
                .flatMap(Optional::stream)
                .filter(process -> process.isPostgres(false))
                .filter(process ->
                        process.workingFolder().filter(dataDirectory::equals).isPresent())
                .toList();
    }
}
