package derrick.ops;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a command, run in this JVM, told the shell and wrote. */
public record Cli(int exitCode, String out, String err) {
    /** Runs a command where nobody sits at a terminal. */
    public static Cli run(String... words) {
        return run("", false, words);
    }

    /** Runs a command that reads what is piped in. */
    public static Cli piped(String input, String... words) {
        return run(input, false, words);
    }

    /** Runs a command at a terminal where somebody types these lines. */
    public static Cli typed(String lines, String... words) {
        return run(lines, true, words);
    }

    /** Runs a command whose output cannot be written, for the reason that the system gives. */
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

    private static Cli run(String input, boolean person, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = DerrickCli.run(
                new Terminal(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new StandardOutput(out),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        person,
                        person),
                words);
        return new Cli(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
