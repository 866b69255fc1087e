package derrick.domain.store;

/**
 * What keeps the platform's data cannot be had at the moment: it is not reachable, takes no more callers, or went away
 * in the middle. A write that ends in this is to be repeated; where the answer to a commit was all that got lost, the
 * repetition finds duplicates.
 */
public final class StoreUnavailable extends RuntimeException {
    /** @param reason what a person should read: one line, naming neither statements nor secrets */
    public StoreUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
