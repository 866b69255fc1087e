package derrick.migrations.verify;

/** A name as SQL has it. */
final class Identifier {
    private Identifier() {}

    /** The name in quotes, whatever it is made of. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
