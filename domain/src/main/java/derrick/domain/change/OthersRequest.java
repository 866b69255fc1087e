package derrick.domain.change;

/** Somebody was about to cancel what another had asked for; they may reject it. */
public final class OthersRequest extends RuntimeException {
    public OthersRequest(ChangeRequestId id) {
        super("change request %s can be cancelled only by who made it".formatted(id));
    }
}
