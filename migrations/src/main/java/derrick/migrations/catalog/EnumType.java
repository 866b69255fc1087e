package derrick.migrations.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An enum type.
 *
 * @param labels the labels in their sort order
 */
public record EnumType(String name, List<String> labels, Optional<String> comment) implements CatalogObject {
    public EnumType {
        labels = List.copyOf(labels);
    }

    @Override
    public Kind kind() {
        return Kind.ENUM;
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .with("labels", String.join(", ", labels))
                .with("comment", comment)
                .all();
    }
}
