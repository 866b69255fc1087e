package derrick.domain.well;

/** A drilling session was to go from a stage to one that does not follow it. */
public final class IllegalTransition extends RuntimeException {
    private final SessionStatus from;
    private final SessionStatus to;

    public IllegalTransition(DrillingSessionId id, SessionStatus from, SessionStatus to) {
        super("drilling session %s is %s and cannot become %s".formatted(id, from, to));
        this.from = from;
        this.to = to;
    }

    /** Where it stands. */
    public SessionStatus from() {
        return from;
    }

    /** Where it was to go. */
    public SessionStatus to() {
        return to;
    }
}
