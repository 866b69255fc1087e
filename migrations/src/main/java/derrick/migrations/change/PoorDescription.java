package derrick.migrations.change;

/** A name does not say what a revision does. The message says what would be a good one; nothing was written. */
public final class PoorDescription extends RuntimeException {
    PoorDescription(String message) {
        super(message);
    }
}
