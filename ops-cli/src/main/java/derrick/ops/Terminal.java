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
 * Where a command's words come from and go to: data to {@code out}, everything else to {@code err}, all of it UTF-8.
 *
 * @param asks whether a person sits at the other end of {@code in}
 * @param watched whether a person looks at {@code err}, so that a line may be written over and must fit the screen
 * @param warnings what was warned of so far; it grows
 */
public record Terminal(
        InputStream in, StandardOutput out, PrintStream err, boolean asks, boolean watched, List<String> warnings) {
    private static final int BUFFER_BYTES = 1 << 16;

    /** What writes into a JSON document; it may fail as streams do. */
    @FunctionalInterface
    public interface JsonBody {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** One that has not warned of anything yet. */
    public Terminal(InputStream in, StandardOutput out, PrintStream err, boolean asks, boolean watched) {
        this(in, out, err, asks, watched, new ArrayList<>());
    }

    /** The terminal of this process; the launcher, which can see it, says in system properties who is there. */
    static Terminal ofThisProcess() {
        return new Terminal(
                System.in,
                new StandardOutput(new FileOutputStream(FileDescriptor.out)),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("derrick.asks"),
                Boolean.getBoolean("derrick.watched"));
    }

    /** Tells one thing about how the command goes on: on one line in a log, and on as many as fit a screen on one. */
    public void say(String line) {
        String said = "derrick: " + line;
        (watched ? LineWrapper.lines("", said) : List.of(said)).forEach(err::println);
    }

    /** Tells of something that is not as it should be; an object that is answered in JSON lists it as well. */
    public void warn(String line) {
        say(line);
        warnings.add(line);
    }

    /**
     * A buffered way to {@code out} for much data. It fails with the first write that cannot be done.
     */
    public Writer dataWriter() {
        OutputStream checked = new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                Terminal.this.out.requireWritten();
            }
        };
        return new BufferedWriter(
                new OutputStreamWriter(new BufferedOutputStream(checked, BUFFER_BYTES), StandardCharsets.UTF_8));
    }

    /** Writes one JSON document on a line of {@code out}; an object gets a list of the warnings, if there are any. */
    public void json(JsonBody body) {
        try (JsonGenerator json = new WithWarnings(new JsonFactory().createGenerator(out), warnings)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            body.writeTo(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        out.println();
    }

    /** Asks a question and returns the line that was typed, or empty if there was none. */
    public Optional<String> ask(String question) {
        err.print(question + " ");
        err.flush();
        try {
            return Optional.ofNullable(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Adds the warnings to the outermost object as it ends. */
    private static final class WithWarnings extends JsonGeneratorDelegate {
        private final List<String> warnings;

        WithWarnings(JsonGenerator json, List<String> warnings) {
            super(json);
            this.warnings = warnings;
        }

        @Override
        public void writeEndObject() throws IOException {
            if (!warnings.isEmpty() && getOutputContext().getParent().inRoot()) {
                JsonTexts.write("warnings", warnings, this);
            }
            super.writeEndObject();
        }
    }
}
