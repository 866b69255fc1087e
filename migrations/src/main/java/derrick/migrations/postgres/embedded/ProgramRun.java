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

/** A program that is run to its end in a folder. */
record ProgramRun(Path folder, List<String> words) {
    private static final long LOOK_MILLIS = 20;

    /** How it ended, and all that it said on either stream. */
    record Finished(int exitCode, String output) {
        boolean ok() {
            return exitCode == 0;
        }
    }

    static ProgramRun of(Path folder, List<String> prefix, List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return new ProgramRun(folder, List.copyOf(all));
    }

    /**
     * Runs it with none of the caller's PostgreSQL settings and in the C locale; a program that is missing counts as
     * failed.
     */
    Finished run() {
        return run(() -> false);
    }

    /** Runs it likewise, and kills it when this says so. */
    Finished run(BooleanSupplier cancelled) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            // In a thread of its own: those of the common pool may all be waiting for this server.
            FutureTask<String> output =
                    new FutureTask<>(() -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            Thread reader = new Thread(output, "reads-output");
            reader.setDaemon(true);
            reader.start();
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    process.destroyForcibly();
                }
            }
            return new Finished(process.exitValue(), output.get());
        } catch (IOException | ExecutionException failure) {
            return new Finished(127, String.valueOf(failure.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbeddedUnavailable("interrupted while " + words.get(0) + " ran", interrupted);
        }
    }
}
