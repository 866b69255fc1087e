package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The changes that a stamp made to the history.
 *
 * @param added the revisions newly recorded as applied, in order
 * @param removed the revisions no longer recorded as applied, newest first
 * @param edited the revisions whose recorded checksum changed, newest first
 */
public record Stamp(List<Revision> added, List<Revision> removed, List<Revision> edited) {
    public Stamp {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        edited = List.copyOf(edited);
    }

    /** A check that runs before the history is written, and further writes in the same transaction. */
    public interface Precondition {
        /** Accepts every schema and writes nothing else. */
        Precondition NONE = new Precondition() {};

        /**
         * Checks the schema under the migration lock, before anything is written. To reject the stamp, it throws.
         *
         * @param from the current revision; empty for base
         * @param to the revision to record; empty for base
         */
        default void check(Optional<Revision> from, Optional<Revision> to) {}

        /** Makes further writes in the transaction that writes the history. */
        default void writeAlso(Connection connection) throws SQLException {}
    }
}
