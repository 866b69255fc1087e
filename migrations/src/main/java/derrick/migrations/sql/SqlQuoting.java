package derrick.migrations.sql;

/** Quotes identifiers and string constants for SQL. */
public final class SqlQuoting {
    private SqlQuoting() {}

    /** Returns a quoted identifier. The parts of a qualified name are quoted separately. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns a quoted string constant. */
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
