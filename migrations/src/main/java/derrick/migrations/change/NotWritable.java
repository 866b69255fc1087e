package derrick.migrations.change;

import derrick.migrations.catalog.CatalogDifference;
import java.util.List;

/** A new file would not be right. */
final class NotWritable extends RuntimeException {
    NotWritable(String file, List<CatalogDifference> differences) {
        super("%s would not lead back: %s".formatted(file, differences.get(0).sentence("the scratch")));
    }
}
