package derrick.ops;

import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/** The progress line of a long command, printed only on a terminal. */
public final class Progress {
    private static final long NANOS_BETWEEN_LINES = 200_000_000;
    private static final long BYTES_PER_KILOBYTE = 1000;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Terminal terminal;
    private final LongSupplier nanoTime;
    private final long start;
    private long lastLine;

    public Progress(Terminal terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastLine = start;
    }

    /** Shows the number of rows and the rate, at most five times a second. */
    public void rows(long done) {
        say(now -> String.format(Locale.ROOT, "%,d rows, %,d rows/s", done, done * 1_000_000_000 / (now - start)));
    }

    /** Shows the number of kilobytes, at most five times a second. */
    public void bytes(String action, long done) {
        say(now -> String.format(Locale.ROOT, "%,d kB %s", done / BYTES_PER_KILOBYTE, action));
    }

    private void say(LongFunction<String> line) {
        long now = nanoTime.getAsLong();
        if (terminal.errIsTerminal() && now - lastLine >= NANOS_BETWEEN_LINES) {
            lastLine = now;
            terminal.err().print(CLEAR_LINE + line.apply(now));
            terminal.err().flush();
        }
    }

    /** Shows the current step. */
    public void step(String text) {
        if (terminal.errIsTerminal()) {
            lastLine = nanoTime.getAsLong();
            terminal.err().print(CLEAR_LINE + text);
            terminal.err().flush();
        }
    }

    /** Erases the line. */
    public void clear() {
        if (lastLine != start) {
            terminal.err().print(CLEAR_LINE);
            terminal.err().flush();
        }
    }
}
