package derrick.migrations.postgres.embedded;

/** The embedded PostgreSQL cannot be used here; the message says why, and what can be done. */
public final class EmbeddedUnavailable extends RuntimeException {
    EmbeddedUnavailable(String message) {
        super(message);
    }

    EmbeddedUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
