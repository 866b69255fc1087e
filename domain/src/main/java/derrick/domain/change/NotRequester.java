package derrick.domain.change;

/** Thrown when a user cancels a request of another user; they may reject it instead. */
public final class NotRequester extends RuntimeException {
    public NotRequester(ChangeRequestId id) {
        super("change request %s can be cancelled only by its requester; reject it instead".formatted(id));
    }
}
