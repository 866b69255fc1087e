package derrick.domain.failure;

/** Thrown when no thing of the given kind has the given ID or name. */
public final class NotFound extends RuntimeException {
    /** @param kind the kind of thing, in words: "user" */
    public NotFound(String kind, Object id) {
        super("there is no %s %s".formatted(kind, id));
    }
}
