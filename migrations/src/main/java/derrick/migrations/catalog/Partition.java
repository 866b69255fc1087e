package derrick.migrations.catalog;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A partition of a table that a revision made.
 *
 * @param bounds which rows it takes, such as {@code DEFAULT}
 */
public record Partition(String name, String bounds) implements CatalogObject {
    private static final Pattern DATE = Pattern.compile("_\\d{4}_?\\d{2}(_?\\d{2})?");

    /** Whether a partition is named after its parent and a day or month: maintenance makes those, and drops them. */
    static boolean isMaintenances(String parent, String name) {
        return name.startsWith(parent)
                && DATE.matcher(name.substring(parent.length())).matches();
    }

    @Override
    public Kind kind() {
        return Kind.PARTITION;
    }

    @Override
    public Map<String, String> aspects() {
        return new Aspects().with("bounds", bounds).all();
    }
}
