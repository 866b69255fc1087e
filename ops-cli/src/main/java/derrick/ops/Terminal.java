package derrick.ops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The streams of a command, in UTF-8. Data is written to {@code out}, all else to {@code err}.
 *
 * @param inIsTerminal true if {@code in} is a terminal, so that a person can answer questions
 * @param errIsTerminal true if {@code err} is a terminal, so that lines are wrapped and progress is shown
 * @param warnings the warnings so far; a mutable list
 */
public record Terminal(
        InputStream in,
        StandardOutput out,
        PrintStream err,
        boolean inIsTerminal,
        boolean errIsTerminal,
        List<String> warnings) {
    private static final int BUFFER_BYTES = 1 << 16;

    /** Writes into a JSON document. */
    @FunctionalInterface
    public interface JsonBody {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** Creates a terminal without warnings. */
    public Terminal(InputStream in, StandardOutput out, PrintStream err, boolean inIsTerminal, boolean errIsTerminal) {
        this(in, out, err, inIsTerminal, errIsTerminal, new ArrayList<>());
    }

    /** Returns the terminal of this process. The launcher passes in system properties which streams are terminals. */
    static Terminal ofThisProcess() {
        return new Terminal(
                System.in,
                new StandardOutput(new FileOutputStream(FileDescriptor.out)),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("derrick.inIsTerminal"),
                Boolean.getBoolean("derrick.errIsTerminal"));
    }

    /** Prints a message to {@code err}: on one line in a log, wrapped at 80 columns on a terminal. */
    public void say(String line) {
        String message = "derrick: " + line;
        (errIsTerminal ? LineWrapper.lines("", message) : List.of(message)).forEach(err::println);
    }

    /** Prints a message to {@code err}, wrapped at 80 columns also in a log. */
    public void sayWrapped(String text) {
        LineWrapper.lines("", "derrick: " + text).forEach(err::println);
    }

    /** Prints a warning to {@code err}, and adds it to the JSON object that the command prints. */
    public void warn(String line) {
        say(line);
        warnings.add(line);
    }

    /** Returns a buffered writer to {@code out}, for large output. It throws the first write error. */
    public Writer dataWriter() {
        OutputStream failingStream = new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                Terminal.this.out.requireWritten();
            }
        };
        return new BufferedWriter(
                new OutputStreamWriter(new BufferedOutputStream(failingStream, BUFFER_BYTES), StandardCharsets.UTF_8));
    }

    /** Prints one JSON document on one line; if there were warnings, an object gets a field {@code warnings}. */
    public void json(JsonBody body) {
        try (JsonGenerator json = new WithWarnings(new JsonFactory().createGenerator(out), warnings)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            body.writeTo(json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        out.println();
    }

    /** Writes a field of a JSON object whose value is an array of strings. */
    public static void writeStrings(String name, List<String> strings, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeArray(strings.toArray(String[]::new), 0, strings.size());
    }

    /** Prints a question and reads the answer; empty at the end of the input. */
    public Optional<String> ask(String question) {
        err.print(question + " ");
        err.flush();
        try {
            return Optional.ofNullable(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Adds the warnings to the outermost object before it ends. */
    private static final class WithWarnings extends JsonGeneratorDelegate {
        private final List<String> warnings;

        WithWarnings(JsonGenerator json, List<String> warnings) {
            super(json);
            this.warnings = warnings;
        }

        @Override
        public void writeEndObject() throws IOException {
            if (!warnings.isEmpty() && getOutputContext().getParent().inRoot()) {
                writeStrings("warnings", warnings, this);
            }
            super.writeEndObject();
        }
    }
}
