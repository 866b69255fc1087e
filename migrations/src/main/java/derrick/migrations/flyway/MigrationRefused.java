package derrick.migrations.flyway;

/** Flyway would not go on. The message is Flyway's; nothing of the revision at hand was kept. */
public final class MigrationRefused extends RuntimeException {
    MigrationRefused(RuntimeException cause) {
        super(String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; "), cause);
    }
}
