package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A function or a procedure.
 *
 * @param name with the types that it takes, by which PostgreSQL tells those of one name apart: {@code f(integer)}
 * @param definition the whole statement that makes it, as PostgreSQL writes it
 */
public record Routine(String name, String definition, Optional<String> comment) implements CatalogObject {
    @Override
    public Kind kind() {
        return Kind.FUNCTION;
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .with("definition", definition)
                .with("comment", comment)
                .all();
    }
}
