package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A trigger of a table.
 *
 * @param definition the whole statement that makes it, as PostgreSQL writes it
 * @param firing when it fires, if that is not the usual: {@code disabled}, {@code replica} or {@code always}
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
