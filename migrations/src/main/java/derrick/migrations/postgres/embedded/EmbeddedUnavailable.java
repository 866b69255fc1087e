package derrick.migrations.postgres.embedded;

/** Thrown when the embedded PostgreSQL cannot be used. The message says why and what helps. */
public final class EmbeddedUnavailable extends RuntimeException {
    EmbeddedUnavailable(String message) {
        super(message);
    }

    EmbeddedUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
