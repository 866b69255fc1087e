package derrick.migrations.verify;

import java.sql.SQLException;

/** The role may not create the scratch database. */
public final class ScratchDatabaseRefused extends RuntimeException {
    ScratchDatabaseRefused(SQLException cause) {
        super("the role may not create a scratch database there; name a server where it may with --dev-url", cause);
    }
}
