package derrick.migrations.sql;

/** Names and texts between quotes, as SQL writes them whatever they are made of. */
public final class SqlQuoting {
    private SqlQuoting() {}

    /** The name of one thing; the parts of a qualified name are quoted one by one. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text. */
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
