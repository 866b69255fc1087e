package derrick.migrations.verify;

import derrick.migrations.revision.Revision;
import java.util.Optional;

/**
 * A reason why a revision cannot be downgraded without loss, or could not be verified.
 *
 * @param revision the revision; empty for the final downgrade to base and upgrade to head
 * @param table the table, if the finding is about one
 * @param what the finding in words
 */
public record VerificationFinding(Optional<Revision> revision, Step step, Optional<String> table, String what) {
    /** The step of the verification. */
    public enum Step {
        /** Inserting rows before the upgrade. */
        SEED,
        UP,
        DOWN,
        UP_AGAIN,
        /** Checking the verify:differs comments. */
        DECLARATION;

        /** Returns the step in words. */
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
