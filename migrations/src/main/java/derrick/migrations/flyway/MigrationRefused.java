package derrick.migrations.flyway;

/** Flyway or the database would not go on. The message is theirs; nothing of the revision at hand was kept. */
public final class MigrationRefused extends RuntimeException {
    MigrationRefused(Exception cause) {
        super(oneLine(cause), cause);
    }

    static String oneLine(Exception cause) {
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
