package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs a program in a folder and waits for its end. */
record ProgramRun(Path folder, List<String> command) {
    private static final long POLL_MILLIS = 20;

    /** The exit code and the output on both streams. */
    record Result(int exitCode, String output) {
        boolean ok() {
            return exitCode == 0;
        }
    }

    static ProgramRun of(Path folder, List<String> prefix, List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return new ProgramRun(folder, List.copyOf(all));
    }

    /**
     * Runs the program in the C locale without the PG* variables of this process. A missing program has exit code 127.
     */
    Result run() {
        return run(() -> false);
    }

    /** Runs the program, as {@link #run()}, and kills it once cancelled. */
    Result run(BooleanSupplier cancelled) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            // A thread of its own, since those of the common pool may all wait for this server.
            FutureTask<String> output =
                    new FutureTask<>(() -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            Thread reader = new Thread(output, "reads-output");
            reader.setDaemon(true);
            reader.start();
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    process.destroyForcibly();
                }
            }
            return new Result(process.exitValue(), output.get());
        } catch (IOException | ExecutionException failure) {
            return new Result(127, String.valueOf(failure.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbeddedUnavailable("interrupted while " + command.get(0) + " ran", interrupted);
        }
    }
}
