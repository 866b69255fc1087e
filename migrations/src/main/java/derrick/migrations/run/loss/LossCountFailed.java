package derrick.migrations.run.loss;

import java.sql.SQLException;

/** Thrown when the rows that would be lost cannot be counted. The message says why. Nothing was run. */
public final class LossCountFailed extends RuntimeException {
    LossCountFailed(SQLException cause) {
        super("cannot count what would be lost: " + cause.getMessage(), cause);
    }
}
