package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * An index that no constraint owns.
 *
 * @param definition the whole statement that makes it, as PostgreSQL writes it
 * @param valid whether queries use it; one whose making broke off is not
 * @param shares the names of a partitioned index's shares by the partitions at the leaves; they are not compared
 */
public record Index(String name, String definition, boolean valid, Optional<String> comment, Map<String, String> shares)
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
