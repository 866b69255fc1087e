package derrick.domain.reconciliation;

/** A record was to go from a status to one that does not follow it. */
public final class IllegalTransition extends RuntimeException {
    private final DvrStatus from;
    private final DvrStatus to;

    public IllegalTransition(DvrRecordId id, DvrStatus from, DvrStatus to) {
        super("DVR record %s is %s and cannot become %s".formatted(id, from, to));
        this.from = from;
        this.to = to;
    }

    /** Where it stands. */
    public DvrStatus from() {
        return from;
    }

    /** Where it was to go. */
    public DvrStatus to() {
        return to;
    }
}
