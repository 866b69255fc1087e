package derrick.ops;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs a command in this JVM, and holds its exit code and output. */
public record Cli(int exitCode, String out, String err) {
    /** Runs a command without a terminal. */
    public static Cli run(String... words) {
        return run("", false, words);
    }

    /** Runs a command with a pipe as its input. */
    public static Cli piped(String input, String... words) {
        return run(input, false, words);
    }

    /** Runs a command on a terminal, with typed lines as its input. */
    public static Cli typed(String lines, String... words) {
        return run(lines, true, words);
    }

    /** Runs a command whose output fails with this message. */
    public static Cli unwritable(String reason, String... words) {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException(reason);
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new StandardOutput(out),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
        return new Cli(DerrickCli.run(terminal, words), "", err.toString(StandardCharsets.UTF_8));
    }

    /** Returns {@code err} with the lines joined that were wrapped at 80 columns. */
    public String messages() {
        return err.replace(" \\\n    ", " ").replaceAll("\n  (?!derrick )", " ");
    }

    private static Cli run(String input, boolean terminal, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = DerrickCli.run(
                new Terminal(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new StandardOutput(out),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal,
                        terminal),
                words);
        return new Cli(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
