package derrick.migrations.verify;

import java.sql.SQLException;

/** The server of the scratch database cannot be reached any more, or refuses; nothing was found out. */
public final class VerificationAborted extends RuntimeException {
    VerificationAborted(SQLException cause) {
        super("cannot go on with the scratch database: " + cause.getMessage(), cause);
    }
}
