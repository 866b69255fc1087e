package derrick.domain.change;

/** Thrown when a user reviews a request of their own. */
public final class SelfReview extends RuntimeException {
    public SelfReview(ChangeRequestId id) {
        super("change request %s must be reviewed by another user than its requester".formatted(id));
    }
}
