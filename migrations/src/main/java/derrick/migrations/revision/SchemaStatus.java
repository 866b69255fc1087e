package derrick.migrations.revision;

import java.util.Optional;

/**
 * The current revision of a database and the number of pending ones.
 *
 * @param revision the last applied revision; empty at base
 * @param head the last revision that has a script
 * @param behind the number of pending revisions
 */
public record SchemaStatus(Optional<Revision> revision, Revision head, int behind, State state) {
    /** The states of a database. */
    public enum State {
        /** Its revision has a script. */
        OK,
        /** No revision is applied and it has no other tables. */
        EMPTY,
        /** It has tables, but no revision is recorded. */
        UNMANAGED,
        /** Its revision has no script: a newer version of Derrick applied it. */
        AHEAD
    }
}
