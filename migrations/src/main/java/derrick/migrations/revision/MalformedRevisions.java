package derrick.migrations.revision;

/** A folder of scripts is not in order. The message names the file and what would be right. */
public final class MalformedRevisions extends RuntimeException {
    MalformedRevisions(String message) {
        super(message);
    }

    /** @param line of the script, the first being 1 */
    public static MalformedRevisions at(Script script, int line, String reason) {
        return new MalformedRevisions("%s, line %d: %s".formatted(script.path(), line, reason));
    }
}
