package derrick.migrations.revision;

import java.sql.SQLException;

/** The database cannot be reached, or does not let the role read the history. The cause says which. */
public final class HistoryUnreadable extends RuntimeException {
    HistoryUnreadable(SQLException cause) {
        super("cannot read the history of revisions: " + cause.getMessage(), cause);
    }
}
