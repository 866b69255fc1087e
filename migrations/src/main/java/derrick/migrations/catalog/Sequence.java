package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A sequence that no column owns.
 *
 * @param definition its type and numbers, such as {@code bigint START 1 INCREMENT 1 …}
 */
public record Sequence(String name, String definition, Optional<String> comment) implements CatalogObject {
    @Override
    public Kind kind() {
        return Kind.SEQUENCE;
    }

    @Override
    public Map<String, String> aspects() {
        return new Aspects()
                .with("definition", definition)
                .with("comment", comment)
                .all();
    }
}
