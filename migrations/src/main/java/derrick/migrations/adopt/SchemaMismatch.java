package derrick.migrations.adopt;

import derrick.migrations.catalog.CatalogDifference;
import java.util.List;

/** A database is not what Alembic's revision should have made it; nothing was changed. */
public final class SchemaMismatch extends RuntimeException {
    private final transient List<CatalogDifference> differences;

    SchemaMismatch(List<CatalogDifference> differences) {
        super("the database is not what Alembic's first revision makes");
        this.differences = List.copyOf(differences);
    }

    /** What it has differently, at least one thing. */
    public List<CatalogDifference> differences() {
        return differences;
    }
}
