package derrick.migrations.revision;

import java.sql.SQLException;

/** Thrown when the database cannot be reached or the role may not read the history. The cause says which. */
public final class HistoryUnreadable extends RuntimeException {
    HistoryUnreadable(SQLException cause) {
        super("cannot read the history of revisions: " + cause.getMessage(), cause);
    }
}
