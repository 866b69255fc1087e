package derrick.migrations.postgres;

/** Thrown when a database URL or another database setting is invalid. The message shows no part of the value. */
public final class InvalidDatabaseUrl extends IllegalArgumentException {
    InvalidDatabaseUrl(String message) {
        super(message);
    }
}
