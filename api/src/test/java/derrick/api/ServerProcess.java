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

/** {@code up} in a process of its own, as the launcher starts it. */
final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 90;

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

    static ServerProcess up(Path dataDir, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "derrick.api.DerrickServer",
                "up",
                "--data-dir",
                dataDir.toString()));
        command.addAll(List.of(more));
        Path out = Files.createTempFile("derrick-up", ".out");
        Path err = Files.createTempFile("derrick-up", ".err");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.equals("DATABASE_URL"));
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        return new ServerProcess(process, dataDir, out, err);
    }

    /** Waits until the server has written down that it is ready. */
    ServerStateFile ready() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            Optional<ServerStateFile> running =
                    ServerStateFile.find(dataDir).filter(server -> server.pid() == process.pid());
            if (running.isPresent()) {
                return running.get();
            }
        }
        throw new AssertionError("not ready; it said: " + err());
    }

    /** Waits for its end and returns the exit code. */
    int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    int terminated() throws InterruptedException {
        process.destroy();
        return ended();
    }

    void killed() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What it has told its user, to the last line of the greeting if it came so far. */
    String out() throws IOException {
        Instant deadline = Instant.now().plusSeconds(20);
        while (process.isAlive()
                && !Files.readString(out).contains("Ctrl-C stops it.")
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
