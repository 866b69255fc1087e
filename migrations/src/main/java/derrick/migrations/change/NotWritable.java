package derrick.migrations.change;

import derrick.migrations.catalog.CatalogDifference;
import java.util.List;

/** No files were found that would be right both ways. The message says what is in the way; nothing was written. */
public final class NotWritable extends RuntimeException {
    NotWritable(String reason, String file, List<CatalogDifference> differences) {
        super("%s: %s, and so on in %s; nothing was written"
                .formatted(reason, differences.get(0).sentence("the scratch"), file));
    }
}
