package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A column.
 *
 * @param type as PostgreSQL writes it, such as {@code character varying(50)}
 * @param defaultValue what fills it where a row brings no value
 * @param sequence the sequence that it owns, as with serial and identity columns
 * @param collation as SQL writes it, if it is another than the type's own
 * @param inherited whether the table has it from a parent or as a partition; it is listed only where it differs there
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
