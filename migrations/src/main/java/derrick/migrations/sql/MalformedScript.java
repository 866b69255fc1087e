package derrick.migrations.sql;

/** A quote or a comment of a script never ends. The message names the line on which it begins. */
public final class MalformedScript extends RuntimeException {
    private final int line;

    MalformedScript(String what, int line) {
        super("line %d: the %s that begins here has no end".formatted(line, what));
        this.line = line;
    }

    /** The line on which what has no end begins, the first being 1. */
    public int line() {
        return line;
    }
}
