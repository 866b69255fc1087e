package derrick.migrations.sql;

/** A quote or a comment of a script never ends. The message names the line on which it begins. */
public final class MalformedScript extends RuntimeException {
    private final int line;
    private final String reason;

    MalformedScript(String what, int line) {
        super("line %d: the %s that begins here has no end".formatted(line, what));
        this.line = line;
        this.reason = "the %s that begins here has no end".formatted(what);
    }

    /** The line on which what has no end begins, the first being 1. */
    public int line() {
        return line;
    }

    /** What is wrong there, for those who name the line themselves. */
    public String reason() {
        return reason;
    }
}
