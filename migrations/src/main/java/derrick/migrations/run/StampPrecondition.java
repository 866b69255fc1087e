package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What has to hold before a history is written, and what else is done in the transaction that writes it. */
public interface StampPrecondition {
    /** Whatever the schema is, and nothing else. */
    StampPrecondition NONE = new StampPrecondition() {};

    /**
     * Is called under the lock, before anything is written; what it throws refuses the stamp.
     *
     * @param from where the history stands; empty for base
     * @param to where it is to stand
     */
    default void require(Optional<Revision> from, Optional<Revision> to) {}

    /** Is called in the transaction. */
    default void alongside(Connection connection) throws SQLException {}
}
