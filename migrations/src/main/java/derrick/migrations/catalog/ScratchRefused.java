package derrick.migrations.catalog;

import java.sql.SQLException;

/** The role may not create a scratch schema in the database. */
public final class ScratchRefused extends RuntimeException {
    ScratchRefused(SQLException cause) {
        super("the role may not create a scratch schema there; name a database where it may with --dev-url", cause);
    }
}
