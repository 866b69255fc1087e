package derrick.ops;

import derrick.migrations.postgres.embedded.IoErrors;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link PrintStream} that keeps the exception of a failed write. All text is UTF-8. */
public final class StandardOutput extends PrintStream {
    private final FailureKeeper keeper;

    /** The other end reads no more, as {@code head} does when it has enough. */
    static final class ReaderGone extends IOException {}

    public StandardOutput(OutputStream out) {
        this(new FailureKeeper(out));
    }

    private StandardOutput(FailureKeeper keeper) {
        super(keeper, false, StandardCharsets.UTF_8);
        this.keeper = keeper;
    }

    /** Why what was printed could not be written, if it could not; a reader that is gone is no failure. */
    Optional<IOException> failure() {
        flush();
        return Optional.ofNullable(keeper.failure).filter(failure -> !(failure instanceof ReaderGone));
    }

    /** Fails as the first write that failed did. */
    void requireWritten() throws IOException {
        if (keeper.failure != null) {
            throw keeper.failure;
        }
    }

    /** The failure itself, or that the reader is gone, which the system calls a broken pipe. */
    static IOException named(IOException failure) {
        return IoErrors.isReaderGone(failure) ? new ReaderGone() : failure;
    }

    private static final class FailureKeeper extends FilterOutputStream {
        private @Nullable IOException failure;

        FailureKeeper(OutputStream out) {
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
            } catch (IOException broken) {
                if (failure == null) {
                    failure = named(broken);
                }
                throw broken;
            }
        }
    }
}
