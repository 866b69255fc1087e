package derrick.ops;

import derrick.migrations.postgres.embedded.IoErrors;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link PrintStream} that saves the exception of a failed write. All text is UTF-8. */
public final class StandardOutput extends PrintStream {
    private final RecordingStream recording;

    /** Thrown when the reader has closed the pipe, as {@code head} does. */
    static final class BrokenPipe extends IOException {}

    public StandardOutput(OutputStream out) {
        this(new RecordingStream(out));
    }

    private StandardOutput(RecordingStream recording) {
        super(recording, false, StandardCharsets.UTF_8);
        this.recording = recording;
    }

    /** Flushes, and returns the first write error; a closed pipe is not an error. */
    Optional<IOException> failure() {
        flush();
        return Optional.ofNullable(recording.failure).filter(failure -> !(failure instanceof BrokenPipe));
    }

    /** Throws the first write error, if there was one. */
    void requireWritten() throws IOException {
        if (recording.failure != null) {
            throw recording.failure;
        }
    }

    /** Returns {@link BrokenPipe} for a broken pipe, else the failure itself. */
    static IOException classify(IOException failure) {
        return IoErrors.isReaderGone(failure) ? new BrokenPipe() : failure;
    }

    private static final class RecordingStream extends FilterOutputStream {
        private @Nullable IOException failure;

        RecordingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException error) {
                if (failure == null) {
                    failure = classify(error);
                }
                throw error;
            }
        }
    }
}
