package derrick.migrations.verify;

import java.sql.SQLException;

/** Thrown if a statement fails in the scratch database, so that the verification has no result. */
public final class VerificationAborted extends RuntimeException {
    VerificationAborted(SQLException cause) {
        super("verification stopped: the scratch database failed: " + cause.getMessage(), cause);
    }
}
