package derrick.api;

import derrick.migrations.postgres.ServerStateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs {@code up} in a process, as the launcher does. */
final class ServerProcess implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 90;

    private final Process process;
    private final Path dataDir;
    private final Path out;
    private final Path err;

    private ServerProcess(Process process, Path dataDir, Path out, Path err) {
        this.process = process;
        this.dataDir = dataDir;
        this.out = out;
        this.err = err;
    }

    static ServerProcess up(Path dataDir, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "derrick.api.DerrickServer",
                "up",
                "--data-dir",
                dataDir.toString()));
        command.addAll(List.of(options));
        Path out = Files.createTempFile("derrick-up", ".out");
        Path err = Files.createTempFile("derrick-up", ".err");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.equals("DATABASE_URL"));
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        return new ServerProcess(process, dataDir, out, err);
    }

    /** Waits until the state file says that the server is ready. */
    ServerStateFile awaitReady() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            Optional<ServerStateFile> running =
                    ServerStateFile.find(dataDir).filter(server -> server.pid() == process.pid());
            if (running.isPresent()) {
                return running.get();
            }
        }
        throw new AssertionError("not ready; stderr: " + err());
    }

    /** Waits until the process ends, and returns its exit code. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the process does not end");
        }
        return process.exitValue();
    }

    int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Returns the standard output, with the whole banner if the process runs. */
    String out() throws IOException {
        Instant deadline = Instant.now().plusSeconds(20);
        while (process.isAlive()
                && !Files.readString(out).contains("Press Ctrl-C")
                && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
