package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A function or a procedure.
 *
 * @param name the name with the argument types: {@code f(integer)}
 * @param definition the CREATE statement as PostgreSQL prints it
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
