package derrick.domain.failure;

/** Thrown when a thing cannot change from its current status to the requested one. */
public final class IllegalTransition extends RuntimeException {
    private final Object from;

    /**
     * @param thing the kind and ID of the thing, in words: "DVR record 7"
     * @param from its current status
     * @param to the requested status
     */
    public IllegalTransition(String thing, Object from, Object to) {
        super("%s is %s and cannot become %s".formatted(thing, from, to));
        this.from = from;
    }

    /** Returns the current status. */
    public Object from() {
        return from;
    }
}
