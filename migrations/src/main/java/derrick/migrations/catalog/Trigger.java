package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A trigger of a table.
 *
 * @param definition the CREATE TRIGGER statement as PostgreSQL prints it
 * @param firing {@code disabled}, {@code replica} or {@code always}; empty if it is enabled
 */
public record Trigger(String name, String definition, Optional<String> firing, Optional<String> comment)
        implements CatalogObject {
    @Override
    public Kind kind() {
        return Kind.TRIGGER;
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .with("definition", definition)
                .with("firing", firing)
                .with("comment", comment)
                .all();
    }
}
