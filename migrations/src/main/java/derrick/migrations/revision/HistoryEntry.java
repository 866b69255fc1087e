package derrick.migrations.revision;

import java.time.Instant;
import java.util.Optional;

/**
 * What the history of a database says about one revision.
 *
 * @param installedBy the role that applied it or, if it is undone, took it back; empty while it is pending
 * @param installedOn when that was, as the server's clock had it
 * @param executionMillis how long that took, in milliseconds; empty where nobody measured it
 * @param undo whether there is a script that leads back from it
 */
public record HistoryEntry(
        Revision revision,
        State state,
        Optional<String> installedBy,
        Optional<Instant> installedOn,
        Optional<Integer> executionMillis,
        boolean undo) {
    /** How a revision and a database can stand to each other. */
    public enum State {
        /** The database has it. */
        APPLIED,
        /** The database never had it. */
        PENDING,
        /** The database had it, and went back. */
        UNDONE,
        /** It broke off half way. */
        FAILED,
        /** The database has it, but its script is gone. */
        MISSING,
        /** The database has it, but its script says something else today. */
        EDITED
    }
}
