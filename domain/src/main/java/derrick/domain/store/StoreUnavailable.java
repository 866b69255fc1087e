package derrick.domain.store;

/**
 * Thrown when the database cannot be reached, has no free connection, or closes the connection. The caller should
 * repeat a write that fails so; if it was committed and only the answer was lost, the repetition finds duplicates.
 */
public final class StoreUnavailable extends RuntimeException {
    /** @param reason a message of one line for people, without SQL and secrets */
    public StoreUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
