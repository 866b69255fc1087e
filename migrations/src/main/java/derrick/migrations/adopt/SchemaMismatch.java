package derrick.migrations.adopt;

import derrick.migrations.catalog.CatalogDifference;
import java.util.List;

/** The schema of a database differs from that of Alembic's first revision. Nothing was changed. */
public final class SchemaMismatch extends RuntimeException {
    private final transient List<CatalogDifference> differences;

    SchemaMismatch(List<CatalogDifference> differences) {
        super("the schema differs from that of Alembic's first revision");
        this.differences = List.copyOf(differences);
    }

    /** Returns the differences, at least one. */
    public List<CatalogDifference> differences() {
        return differences;
    }
}
