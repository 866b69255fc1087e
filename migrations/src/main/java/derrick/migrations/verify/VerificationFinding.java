package derrick.migrations.verify;

import derrick.migrations.revision.Revision;
import java.util.Optional;

/**
 * Something that keeps a revision from being proved.
 *
 * @param revision whose; empty if it is about the way through all of them
 * @param table the table that it is about, if it is about one
 * @param what a sentence
 */
public record VerificationFinding(Optional<Revision> revision, Step step, Optional<String> table, String what) {
    /** Where on the way it was found. */
    public enum Step {
        /** Before the revision: its rows. */
        SEED,
        UP,
        DOWN,
        UP_AGAIN,
        /** In what the scripts say about themselves. */
        DECLARATION;

        /** The words for it. */
        public String words() {
            return switch (this) {
                case SEED -> "seeding";
                case UP -> "up";
                case DOWN -> "down";
                case UP_AGAIN -> "up again";
                case DECLARATION -> "verify:differs";
            };
        }
    }
}
