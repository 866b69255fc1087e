package derrick.domain.change;

/** A number that no change request has. */
public final class UnknownChangeRequest extends RuntimeException {
    public UnknownChangeRequest(ChangeRequestId id) {
        super("there is no change request %s".formatted(id));
    }
}
