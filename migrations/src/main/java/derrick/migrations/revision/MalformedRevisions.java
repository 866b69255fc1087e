package derrick.migrations.revision;

/** A folder of scripts is not in order. The message names the file and what would be right. */
public final class MalformedRevisions extends RuntimeException {
    MalformedRevisions(String message) {
        super(message);
    }
}
