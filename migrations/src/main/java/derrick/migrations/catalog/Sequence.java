package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A sequence that is not the one behind a serial or identity column.
 *
 * @param definition its type and numbers, such as {@code bigint START 1 INCREMENT 1 …}
 * @param owner the column that it is dropped with, as OWNED BY names it; empty if it has none
 */
public record Sequence(
        String name, boolean unlogged, String definition, Optional<String> owner, Optional<String> comment)
        implements CatalogObject {
    @Override
    public Kind kind() {
        return Kind.SEQUENCE;
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .when(unlogged, "persistence", "unlogged")
                .with("definition", definition)
                .with("owner", owner)
                .with("comment", comment)
                .all();
    }
}
