package derrick.domain.change;

/** Somebody was about to review what they had asked for themselves. */
public final class SelfReview extends RuntimeException {
    public SelfReview(ChangeRequestId id) {
        super("change request %s must be reviewed by somebody else than who made it".formatted(id));
    }
}
