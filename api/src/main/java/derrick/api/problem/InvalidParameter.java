package derrick.api.problem;

/** A parameter of the request is invalid. */
public final class InvalidParameter extends RuntimeException {
    private final String parameter;
    private final String reason;

    /** @param reason what would have been right */
    public InvalidParameter(String parameter, String reason) {
        super(parameter + " " + reason);
        this.parameter = parameter;
        this.reason = reason;
    }

    /** The parameter's name. */
    public String parameter() {
        return parameter;
    }

    /** What would have been right. */
    public String reason() {
        return reason;
    }
}
