package derrick.migrations.backup;

import derrick.migrations.postgres.DatabaseAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client program of PostgreSQL, such as pg_dump. The address and the password are passed in its environment, where no
 * other user of the machine can read them.
 *
 * @param version the version, such as 15.18
 */
record PgClientTool(Path file, String version) {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+(?:\\.\\d+)?)");
    private static final int MESSAGE_BYTES = 4000;

    /**
     * Finds a program that is not older than a major version.
     *
     * @param searchPath the folders, separated as in the variable PATH
     */
    static Optional<PgClientTool> find(String name, int majorVersion, String searchPath) {
        return Pattern.compile(System.getProperty("path.separator", ":"), Pattern.LITERAL)
                .splitAsStream(searchPath)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .flatMap(file -> version(file).map(version -> new PgClientTool(file, version)).stream())
                .filter(program -> major(program.version) >= majorVersion)
                .findFirst();
    }

    private static Optional<String> version(Path file) {
        try {
            Process process = new ProcessBuilder(file.toString(), "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            Matcher version = VERSION.matcher(
                    new String(process.getInputStream().readNBytes(MESSAGE_BYTES), StandardCharsets.UTF_8));
            return version.find() && exitCode(process) == 0 ? Optional.of(version.group(1)) : Optional.empty();
        } catch (IOException notExecutable) {
            return Optional.empty();
        }
    }

    static int major(String version) {
        return Integer.parseInt(version.replaceAll("\\D.*", ""));
    }

    /** Runs the program and reads its output; throws {@link ToolFailed} if it fails. */
    void read(DatabaseAddress address, List<String> options, OutputStream out) throws IOException {
        Process process = start(address, options);
        try {
            CompletableFuture<String> messages = messages(process);
            process.getOutputStream().close();
            process.getInputStream().transferTo(out);
            requireSuccess(process, messages);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs the program and writes its input; throws {@link ToolFailed} if it fails. */
    void write(DatabaseAddress address, List<String> options, InputStream in) throws IOException {
        Process process = start(address, options);
        try {
            CompletableFuture<String> messages = messages(process);
            try (OutputStream input = process.getOutputStream()) {
                in.transferTo(input);
            } catch (IOException closed) {
                // The program ended early; its error message says why.
                requireSuccess(process, messages);
                throw closed;
            }
            requireSuccess(process, messages);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(DatabaseAddress address, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(file.toString());
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") && !name.equals("PGPASSFILE"));
        environment.putAll(address.environment());
        environment.put("LC_ALL", "C");
        return builder.start();
    }

    /** Reads stderr while the program runs, because it would block on a full pipe. */
    private static CompletableFuture<String> messages(Process process) {
        return CompletableFuture.supplyAsync(() -> {
            try (InputStream messages = process.getErrorStream()) {
                String first = new String(messages.readNBytes(MESSAGE_BYTES), StandardCharsets.UTF_8);
                messages.transferTo(OutputStream.nullOutputStream());
                return first;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private void requireSuccess(Process process, CompletableFuture<String> messages) {
        if (exitCode(process) != 0) {
            throw new ToolFailed(messages.join()
                    .lines()
                    .filter(line -> line.contains("error:"))
                    .findFirst()
                    .orElseGet(() -> file.getFileName() + " ended with " + process.exitValue()));
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Thrown if the program fails; the message is its error message. */
    static final class ToolFailed extends RuntimeException {
        ToolFailed(String message) {
            super(message);
        }
    }
}
