package derrick.ops;

import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/** How far a long command is: one line, written over and over, and only where somebody looks at it. */
public final class Progress {
    private static final long NANOS_BETWEEN_LINES = 200_000_000;
    private static final long BYTES_PER_KILOBYTE = 1000;
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
        say(now -> String.format(Locale.ROOT, "%,d rows, %,d rows/s", done, done * 1_000_000_000 / (now - begun)));
    }

    /** Says with how many bytes something has been done, unless it said so just now. */
    public void bytes(String what, long done) {
        say(now -> String.format(Locale.ROOT, "%,d kB %s", done / BYTES_PER_KILOBYTE, what));
    }

    private void say(LongFunction<String> line) {
        long now = nanoTime.getAsLong();
        if (terminal.watched() && now - lastLine >= NANOS_BETWEEN_LINES) {
            lastLine = now;
            terminal.err().print(CLEAR_LINE + line.apply(now));
            terminal.err().flush();
        }
    }

    /** Says what is being done. */
    public void step(String words) {
        if (terminal.watched()) {
            lastLine = nanoTime.getAsLong();
            terminal.err().print(CLEAR_LINE + words);
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
