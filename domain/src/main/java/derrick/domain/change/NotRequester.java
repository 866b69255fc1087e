package derrick.domain.change;

/** Somebody was about to cancel what another had asked for; they may reject it. */
public final class NotRequester extends RuntimeException {
    public NotRequester(ChangeRequestId id) {
        super("change request %s can be cancelled only by who made it".formatted(id));
    }
}
