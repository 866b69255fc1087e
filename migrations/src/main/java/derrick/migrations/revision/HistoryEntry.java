package derrick.migrations.revision;

import java.time.Instant;
import java.util.Optional;

/**
 * The state of one revision in a database.
 *
 * @param installedBy the role that applied or undid it; empty while it is pending
 * @param installedOn when that happened, by the server's clock
 * @param executionMillis how long that took, in milliseconds; empty if unknown
 * @param undo true if it has a downgrade script
 */
public record HistoryEntry(
        Revision revision,
        RevisionState state,
        Optional<String> installedBy,
        Optional<Instant> installedOn,
        Optional<Integer> executionMillis,
        boolean undo) {
    /** The states of a revision. */
    public enum RevisionState {
        /** It is applied. */
        APPLIED,
        /** It was never applied. */
        PENDING,
        /** It was applied and undone. */
        UNDONE,
        /** Its script failed outside a transaction. */
        FAILED,
        /** It is applied, but its script is missing. */
        MISSING,
        /** It is applied, but its script was edited since. */
        EDITED
    }
}
