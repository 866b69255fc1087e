package derrick.migrations.postgres.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Processes of a server whose postmaster died. No other server can start on the data while they have its shared memory.
 * They end by themselves when they notice; one that is busy may take long.
 */
record OrphanedProcesses(Path dataDirectory) {
    private static final Duration TIME_TO_NOTICE = Duration.ofSeconds(1);
    private static final Duration TIME_TO_QUIT = Duration.ofSeconds(2);

    /** Waits until none is left, and ends those that stay, as a postmaster does after the crash of one. */
    void end(BooleanSupplier cancelled) {
        ProcessWait.until(TIME_TO_NOTICE, () -> cancelled.getAsBoolean() || list().isEmpty());
        for (String signal : List.of("QUIT", "KILL")) {
            List<ProcessRef> left = list();
            if (left.isEmpty() || cancelled.getAsBoolean()) {
                return;
            }
            left.forEach(process -> process.signal(signal));
            ProcessWait.until(TIME_TO_QUIT, () -> cancelled.getAsBoolean() || list().isEmpty());
        }
    }

    /** Server processes that work in the data directory; where the system does not tell, there are none. */
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
