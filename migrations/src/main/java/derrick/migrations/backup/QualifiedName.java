package derrick.migrations.backup;

import derrick.migrations.sql.SqlQuoting;

/** The name of a table or sequence. */
public record QualifiedName(String schema, String name) {
    /** The name as SQL has it, whatever the search path. */
    String sql() {
        return SqlQuoting.name(schema) + "." + SqlQuoting.name(name);
    }

    /** The name for people to read, without the schema public. */
    @Override
    public String toString() {
        return schema.equals("public") ? name : schema + "." + name;
    }
}
