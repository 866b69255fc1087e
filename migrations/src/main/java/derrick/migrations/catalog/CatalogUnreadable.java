package derrick.migrations.catalog;

import java.sql.SQLException;

/** The catalog cannot be read: the database cannot be reached, or the role lacks a privilege. */
public final class CatalogUnreadable extends RuntimeException {
    public CatalogUnreadable(SQLException cause) {
        super("cannot read the schema: " + cause.getMessage(), cause);
    }
}
