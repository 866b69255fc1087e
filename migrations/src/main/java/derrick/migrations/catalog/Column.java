package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param type as PostgreSQL prints it, such as {@code character varying(50)}
 * @param defaultValue the value of the column in a row that is inserted without one
 * @param sequence the definition of the sequence of a serial or identity column
 * @param collation the collation in SQL syntax; empty if it is the default of the type
 * @param inherited whether it comes from a parent; such a column is listed only if it differs from the parent's
 */
public record Column(
        String name,
        String type,
        boolean nullable,
        ColumnDefault defaultValue,
        Optional<String> sequence,
        Optional<String> collation,
        boolean inherited,
        Optional<String> comment)
        implements CatalogObject {
    @Override
    public Kind kind() {
        return Kind.COLUMN;
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .with("type", type)
                .with("nullability", nullable ? "NULL" : "NOT NULL")
                .with("default", defaultValue.text())
                .with("sequence", sequence)
                .with("collation", collation)
                .with("comment", comment)
                .all();
    }
}
