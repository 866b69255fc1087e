package derrick.migrations.backup;

import derrick.migrations.sql.Quoted;

/**
 * The name of a table or sequence.
 *
 * @param schema the schema it is in
 */
public record QualifiedName(String schema, String name) {
    /** As SQL has it, whatever the search path. */
    String sql() {
        return Quoted.name(schema) + "." + Quoted.name(name);
    }

    /** As people say it: the schema public, where all lives, is left out. */
    @Override
    public String toString() {
        return schema.equals("public") ? name : schema + "." + name;
    }
}
