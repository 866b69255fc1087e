package derrick.migrations.verify;

import java.sql.SQLException;

/** The role may not create the scratch database, or nobody may. */
public final class ScratchDatabaseRefused extends RuntimeException {
    ScratchDatabaseRefused(SQLException cause) {
        super(reason(cause) + "; name a server where that is possible with --dev-url", cause);
    }

    private static String reason(SQLException cause) {
        return "25006".equals(cause.getSQLState())
                ? "a scratch database is needed, and nothing can be written there: a standby, or read-only by setting"
                : "the role may not create a scratch database there";
    }
}
