package derrick.domain.change;

/** A change request was to go from a stage to one that does not follow it. */
public final class IllegalTransition extends RuntimeException {
    private final Status from;
    private final Status to;

    public IllegalTransition(ChangeRequestId id, Status from, Status to) {
        super("change request %s is %s and cannot become %s".formatted(id, from, to));
        this.from = from;
        this.to = to;
    }

    /** Where it stands. */
    public Status from() {
        return from;
    }

    /** Where it was to go. */
    public Status to() {
        return to;
    }
}
