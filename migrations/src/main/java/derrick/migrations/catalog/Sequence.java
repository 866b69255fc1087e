package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A sequence, except those of serial and identity columns.
 *
 * @param definition the type and options, such as {@code bigint START 1 INCREMENT 1 …}
 * @param owner the column in OWNED BY; empty if there is none
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
