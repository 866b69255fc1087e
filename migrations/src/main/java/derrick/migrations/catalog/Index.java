package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * An index that does not belong to a constraint.
 *
 * @param definition the CREATE INDEX statement as PostgreSQL prints it
 * @param valid whether queries use it; false after a failed concurrent build
 * @param partitions of a partitioned index, the names of its partitions by leaf partitions of the table; not compared
 */
public record Index(
        String name, String definition, boolean valid, Optional<String> comment, Map<String, String> partitions)
        implements CatalogObject {
    @Override
    public Kind kind() {
        return Kind.INDEX;
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .with("definition", definition)
                .when(!valid, "validity", "invalid")
                .with("comment", comment)
                .all();
    }
}
