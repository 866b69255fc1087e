package derrick.migrations.run.loss;

import java.sql.SQLException;

/** The database does not let the role count what would be lost. The message says why; nothing was run. */
public final class LossCountFailed extends RuntimeException {
    LossCountFailed(SQLException cause) {
        super("cannot count what would be lost: " + cause.getMessage(), cause);
    }
}
