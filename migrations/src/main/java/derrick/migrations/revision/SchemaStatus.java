package derrick.migrations.revision;

import java.util.Optional;

/**
 * The revision of a database and how far it is behind head.
 *
 * @param revision the last one applied; empty at base
 * @param head the last one there is
 * @param behind how many are to be applied to reach head
 */
public record SchemaStatus(Optional<Revision> revision, Revision head, int behind, State state) {
    /** What can be said of a database as a whole. */
    public enum State {
        /** Its revision is one of those there are. */
        OK,
        /** No revision is applied, and there are no tables of anybody else. */
        EMPTY,
        /** It has tables, but no history of revisions: somebody else made them. */
        UNMANAGED,
        /** Its revision is none of those there are: a newer version of the platform has been here. */
        AHEAD
    }
}
