package derrick.domain.field;

/** A value that one field of an entity cannot have. */
public final class InvalidField extends IllegalArgumentException {
    private final String field;
    private final String reason;

    /**
     * @param field the name of the field as tables and documents have it: snake_case
     * @param reason what would be right, such as {@code must be 1 to 50 characters}
     */
    public InvalidField(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** The name of the field as tables and documents have it. */
    public String field() {
        return field;
    }

    /** What would be right. */
    public String reason() {
        return reason;
    }
}
