package derrick.migrations.diff;

/** The message of {@code create} is no description of a revision. Nothing was written. */
public final class InvalidDescription extends RuntimeException {
    InvalidDescription(String message) {
        super(message);
    }
}
