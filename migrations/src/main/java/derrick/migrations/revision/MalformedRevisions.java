package derrick.migrations.revision;

/** Thrown when a script or its name is invalid. The message names the file and the fix. */
public final class MalformedRevisions extends RuntimeException {
    MalformedRevisions(String message) {
        super(message);
    }

    /** @param line the line of the script, counted from 1 */
    public static MalformedRevisions at(Script script, int line, String reason) {
        return new MalformedRevisions("%s, line %d: %s".formatted(script.path(), line, reason));
    }
}
