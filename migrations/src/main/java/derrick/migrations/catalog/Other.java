package derrick.migrations.catalog;

import java.util.Map;

/**
 * A thing of a kind that is compared, but that nobody here knows how to write: a policy, a domain, a rule.
 *
 * @param name its kind and its name, such as {@code policy well.mine}
 */
public record Other(String name, String definition) implements CatalogObject {
    @Override
    public Kind kind() {
        return Kind.OTHER;
    }

    @Override
    public Map<String, String> aspects() {
        return new Aspects().with("definition", definition).all();
    }
}
