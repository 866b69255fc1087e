package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A running process of this machine (zombie processes excluded). */
public record ProcessRef(long pid) {
    /** The process of that number, if it runs. */
    public static Optional<ProcessRef> find(long pid) {
        boolean alive = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        return alive && !ended(pid) ? Optional.of(new ProcessRef(pid)) : Optional.empty();
    }

    /** When it began, as far as the system tells. */
    public Optional<Instant> startedAt() {
        return ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant());
    }

    /** The program's file name, as far as the system tells. */
    Optional<String> program() {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .map(command -> String.valueOf(Path.of(command).getFileName()));
    }

    /** The folder it works in, as far as the system tells: a PostgreSQL server works in its data directory. */
    Optional<Path> workingFolder() {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    /** Sends it a signal, such as {@code INT}; the JDK knows only two. */
    void signal(String name) {
        ProgramRun.of(Path.of("/"), List.of(), List.of("sh", "-c", "kill -" + name + " " + pid))
                .run();
    }

    /** Whether it is a PostgreSQL process of a data directory; where the system does not tell, any PostgreSQL is. */
    boolean serves(Path dataDirectory) {
        return workingFolder().map(dataDirectory::equals).orElseGet(() -> isPostgres(true));
    }

    /** Whether the program is PostgreSQL. */
    boolean isPostgres(boolean unlessKnown) {
        return program().map("postgres"::equals).orElse(unlessKnown);
    }

    /** Where the first process buries no one, as in many containers, an ended process keeps its number: state Z. */
    private static boolean ended(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            int afterName = stat.lastIndexOf(')') + 2;
            return afterName < stat.length() && stat.charAt(afterName) == 'Z';
        } catch (IOException noSuchFileSystem) {
            return false;
        }
    }
}
