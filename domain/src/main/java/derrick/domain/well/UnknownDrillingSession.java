package derrick.domain.well;

/** A number that no drilling session has. */
public final class UnknownDrillingSession extends RuntimeException {
    public UnknownDrillingSession(DrillingSessionId id) {
        super("there is no drilling session %s".formatted(id));
    }
}
