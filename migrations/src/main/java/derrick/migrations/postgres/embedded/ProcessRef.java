package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A running process of this machine (zombie processes excluded). */
public record ProcessRef(long pid) {
    /** Returns a process by its number, if it runs. */
    public static Optional<ProcessRef> find(long pid) {
        boolean alive = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        return alive && !isZombie(pid) ? Optional.of(new ProcessRef(pid)) : Optional.empty();
    }

    /** Returns its start time, if the system shows it. */
    public Optional<Instant> startedAt() {
        return ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant());
    }

    /** Returns the file name of its program, if the system shows it. */
    Optional<String> program() {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .map(command -> String.valueOf(Path.of(command).getFileName()));
    }

    /** Returns its working directory, if the system shows it. For PostgreSQL that is the data directory. */
    Optional<Path> workingFolder() {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    /** Sends a signal, such as {@code INT}. The JDK can send only two. */
    void signal(String name) {
        ProgramRun.of(Path.of("/"), List.of(), List.of("sh", "-c", "kill -" + name + " " + pid))
                .run();
    }

    /** True if it is a PostgreSQL process of a data directory; any PostgreSQL if the system hides the directory. */
    boolean serves(Path dataDirectory) {
        return workingFolder().map(dataDirectory::equals).orElseGet(() -> isPostgres(true));
    }

    /** True if the program is PostgreSQL; the given default if the system hides the program. */
    boolean isPostgres(boolean defaultValue) {
        return program().map("postgres"::equals).orElse(defaultValue);
    }

    /** True for a zombie (state Z). In many containers the first process does not reap them. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            int afterName = stat.lastIndexOf(')') + 2;
            return afterName < stat.length() && stat.charAt(afterName) == 'Z';
        } catch (IOException noProcFileSystem) {
            return false;
        }
    }
}
