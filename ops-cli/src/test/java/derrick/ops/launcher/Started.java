package derrick.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process. Its output goes to files, so that a child process that runs on does not block the test. */
record Started(Process process, Path out, Path err) {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    /** The exit code and output of a process that ended. */
    record Ended(int exitCode, String out, String err) {}

    /** @param environment the variables to set, or to remove if the value is empty */
    static Started start(Path workingDirectory, Map<String, String> environment, List<String> words)
            throws IOException {
        Path folder = Files.createTempDirectory("derrick-started");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(workingDirectory.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        Map<String, String> inherited = builder.environment();
        inherited.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("DERRICK_"));
        inherited.remove("DATABASE_URL");
        inherited.put("JAVA_HOME", System.getProperty("java.home"));
        inherited.putAll(environment);
        inherited.values().removeIf(String::isEmpty);
        return new Started(builder.start(), folder.resolve("out"), folder.resolve("err"));
    }

    /** Waits until the process ends. */
    Ended end() throws IOException, InterruptedException {
        if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process does not end: " + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Waits until a condition is true. */
    static void await(String description, BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(TIMEOUT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("timeout while waiting until " + description);
            }
            Thread.sleep(POLL_INTERVAL.toMillis());
        }
    }
}
