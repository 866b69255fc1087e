package derrick.migrations.postgres;

/** A database URL, or another setting of the database, that cannot be read. The message shows nothing of the value. */
public final class InvalidDatabaseUrl extends IllegalArgumentException {
    InvalidDatabaseUrl(String message) {
        super(message);
    }
}
