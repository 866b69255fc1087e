package derrick.migrations.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A view or materialized view.
 *
 * @param definition the query as PostgreSQL prints it
 * @param options the options, such as {@code security_barrier=true}, in alphabetical order
 */
public record View(
        String name,
        boolean materialized,
        String definition,
        Optional<String> options,
        Optional<String> comment,
        List<Index> indexes)
        implements CatalogObject {
    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .when(materialized, "rows", "kept")
                .with("definition", definition)
                .with("options", options)
                .with("comment", comment)
                .all();
    }

    @Override
    public List<CatalogObject> parts() {
        return List.copyOf(indexes);
    }
}
