package derrick.ops;

import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a long command is: one line, written over and over, and only where somebody looks at it. */
public final class Progress {
    private static final long NANOS_BETWEEN_LINES = 200_000_000;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Terminal terminal;
    private final LongSupplier nanoTime;
    private final long begun;
    private long lastLine;

    public Progress(Terminal terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        this.lastLine = begun;
    }

    /** Says how many rows are done, unless it said so just now. */
    public void rows(long done) {
        long now = nanoTime.getAsLong();
        if (terminal.watched() && now - lastLine >= NANOS_BETWEEN_LINES) {
            lastLine = now;
            terminal.err()
                    .printf(
                            Locale.ROOT,
                            "%s%,d rows, %,d rows/s",
                            CLEAR_LINE,
                            done,
                            done * 1_000_000_000 / (now - begun));
            terminal.err().flush();
        }
    }

    /** Wipes the line away, for what is said next. */
    public void wipe() {
        if (lastLine != begun) {
            terminal.err().print(CLEAR_LINE);
            terminal.err().flush();
        }
    }
}
