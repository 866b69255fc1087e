package derrick.migrations.sql;

/** A script that cannot be cut into statements. The message names the line. */
public final class MalformedScript extends RuntimeException {
    private final int line;
    private final String reason;

    private MalformedScript(int line, String reason) {
        super("line %d: %s".formatted(line, reason));
        this.line = line;
        this.reason = reason;
    }

    /** A quote, a comment or rows begin on a line and never end. */
    static MalformedScript withoutEnd(String what, int line) {
        return new MalformedScript(line, "the %s that begins here has no end".formatted(what));
    }

    /** Something follows {@code COPY … FROM stdin;} on its line, where psql would run it after the rows. */
    static MalformedScript textBeforeRows(int line) {
        return new MalformedScript(line, "the rows of COPY begin on the next line; move what follows the semicolon");
    }

    /** A statement begins with a command of psql, such as the {@code \restrict} that pg_dump writes. */
    static MalformedScript psqlCommand(String command, int line) {
        return new MalformedScript(line, command + " is a command of psql, not SQL; remove the line");
    }

    /** A comment looks like the directive, but is spelled otherwise or follows a statement. */
    static MalformedScript directive(int line) {
        return new MalformedScript(
                line,
                "the only directive is '-- %s', alone on a line before the first statement"
                        .formatted(SqlScript.OUTSIDE_TRANSACTION));
    }

    /** The line, the first being 1. */
    public int line() {
        return line;
    }

    /** What is wrong there, without the line. */
    public String reason() {
        return reason;
    }
}
