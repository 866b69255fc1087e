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

/** A program as the shell starts it. What it writes goes to files, so that what it leaves running holds up nobody. */
record Started(Process process, Path out, Path err) {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** What a program that ended told the shell and wrote. */
    record Ended(int exitCode, String out, String err) {}

    /** @param environment variables that are set or, where they are empty, taken away */
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

    /** Waits until it is done. */
    Ended end() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Waits until something is so. */
    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("in vain: waited until " + what);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }
}
