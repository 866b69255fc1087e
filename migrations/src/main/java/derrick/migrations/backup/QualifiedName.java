package derrick.migrations.backup;

/**
 * The name of a table or sequence.
 *
 * @param schema the schema it is in
 */
public record QualifiedName(String schema, String name) {
    /** As SQL has it, whatever the search path. */
    String sql() {
        return quoted(schema) + "." + quoted(name);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** As people say it: the schema public, where all lives, is left out. */
    @Override
    public String toString() {
        return schema.equals("public") ? name : schema + "." + name;
    }
}
