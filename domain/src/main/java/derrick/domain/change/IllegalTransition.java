package derrick.domain.change;

/** A change request was to go from a stage to one that does not follow it. */
public final class IllegalTransition extends RuntimeException {
    private final ChangeStatus from;
    private final ChangeStatus to;

    public IllegalTransition(ChangeRequestId id, ChangeStatus from, ChangeStatus to) {
        super("change request %s is %s and cannot become %s".formatted(id, from, to));
        this.from = from;
        this.to = to;
    }

    /** Where it stands. */
    public ChangeStatus from() {
        return from;
    }

    /** Where it was to go. */
    public ChangeStatus to() {
        return to;
    }
}
