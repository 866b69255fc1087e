package derrick.api.problem;

/** Thrown when a query parameter of a request is invalid. */
public final class InvalidParameter extends RuntimeException {
    private final String parameter;
    private final String reason;

    /** @param reason continues a sentence that begins with the parameter, such as "must be a number" */
    public InvalidParameter(String parameter, String reason) {
        super(parameter + " " + reason);
        this.parameter = parameter;
        this.reason = reason;
    }

    /** Returns the name of the parameter. */
    public String parameter() {
        return parameter;
    }

    /** Returns the reason, such as "must be a number". */
    public String reason() {
        return reason;
    }
}
