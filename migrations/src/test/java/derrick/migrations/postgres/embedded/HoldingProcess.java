package derrick.migrations.postgres.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another process that uses the server of a folder. */
final class HoldingProcess implements AutoCloseable {
    private final Process process;

    private HoldingProcess(Process process) {
        this.process = process;
    }

    /** Runs in the other process: opens the server, prints its process number and closes it at the end of the input. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (EmbeddedPostgres server = EmbeddedPostgres.open(Path.of(arguments[0]), line -> {})) {
            ServerFolder folder = ServerFolder.in(Path.of(arguments[0]));
            if (arguments.length > 1) {
                server.supervise(line -> {});
            }
            out.println(
                    PostmasterFile.read(folder.postmasterFile()).orElseThrow().pid());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    static HoldingProcess start(Path dataFolder) throws IOException {
        return start(dataFolder.toString());
    }

    /** Starts a process that supervises the server. */
    static HoldingProcess supervising(Path dataFolder) throws IOException {
        return start(dataFolder.toString(), "supervising");
    }

    private static HoldingProcess start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HoldingProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new HoldingProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until the server is open. */
    long serverPid() throws IOException {
        BufferedReader answers =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return Long.parseLong(
                Optional.ofNullable(answers.readLine()).orElseThrow(() -> new IOException("it told no process")));
    }

    /** Kills the process, as kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        end();
    }

    /** Ends the input and waits for the process to end. */
    void end() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
