package derrick.migrations.catalog;

import java.sql.SQLException;

/** The database cannot be reached, or does not let the role look at its schema. The cause says which. */
public final class CatalogUnreadable extends RuntimeException {
    public CatalogUnreadable(SQLException cause) {
        super("cannot read the schema: " + cause.getMessage(), cause);
    }
}
