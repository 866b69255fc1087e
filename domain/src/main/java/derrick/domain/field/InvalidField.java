package derrick.domain.field;

/** Thrown when a field of a record has an invalid value. */
public final class InvalidField extends IllegalArgumentException {
    private final String field;
    private final String reason;

    /**
     * @param field the name of the field in tables and documents, in snake_case
     * @param reason what is valid, such as {@code must be 1 to 50 characters}
     */
    public InvalidField(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** Returns the name of the field in tables and documents. */
    public String field() {
        return field;
    }

    /** Returns what is valid. */
    public String reason() {
        return reason;
    }
}
