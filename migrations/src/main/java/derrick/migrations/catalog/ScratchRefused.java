package derrick.migrations.catalog;

import java.sql.SQLException;

/** The role may not create a scratch schema in the database, or nobody may. */
public final class ScratchRefused extends RuntimeException {
    ScratchRefused(SQLException cause) {
        super(reason(cause) + "; name a database where that is possible with --dev-url", cause);
    }

    private static String reason(SQLException cause) {
        return "25006".equals(cause.getSQLState())
                ? "a scratch schema is needed, and nothing can be written there: a standby, or read-only by setting"
                : "the role may not create a scratch schema there";
    }
}
