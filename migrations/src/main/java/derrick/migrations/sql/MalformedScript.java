package derrick.migrations.sql;

/** Thrown if a script cannot be split into statements; the message names the line. */
public final class MalformedScript extends RuntimeException {
    private final int line;
    private final String reason;

    private MalformedScript(int line, String reason) {
        super("line %d: %s".formatted(line, reason));
        this.line = line;
        this.reason = reason;
    }

    /** Returns the error for a quote, comment or COPY data without an end. */
    static MalformedScript unterminated(String what, int line) {
        return new MalformedScript(line, "the %s that starts here is not terminated".formatted(what));
    }

    /** Returns the error for text after {@code COPY … FROM stdin;} on the same line. */
    static MalformedScript textBeforeRows(int line) {
        return new MalformedScript(line, "the rows of COPY begin on the next line; move what follows the semicolon");
    }

    /** Returns the error for a command of psql, such as the {@code \restrict} that pg_dump writes. */
    static MalformedScript psqlCommand(String command, int line) {
        return new MalformedScript(line, command + " is a command of psql, not SQL; remove the line");
    }

    /** Returns the error for a directive that is misspelt or follows a statement. */
    static MalformedScript directive(int line) {
        return new MalformedScript(
                line,
                "the only directive is '-- %s', alone on a line before the first statement"
                        .formatted(SqlScript.OUTSIDE_TRANSACTION));
    }

    /** Returns the line, the first being 1. */
    public int line() {
        return line;
    }

    /** Returns the reason without the line. */
    public String reason() {
        return reason;
    }
}
