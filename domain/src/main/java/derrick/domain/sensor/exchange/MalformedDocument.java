package derrick.domain.sensor.exchange;

/** A document cannot be read as what it was said to be. */
public final class MalformedDocument extends RuntimeException {
    private final long row;
    private final String field;
    private final String reason;

    /**
     * @param row the row in which it was found, counted as in {@link Reject}
     * @param field the name of what was wrong, empty if the row as a whole was
     * @param reason what was wrong, or what would have been right
     */
    public MalformedDocument(long row, String field, String reason) {
        super(field.isEmpty() ? "row %d: %s".formatted(row, reason) : "row %d, %s: %s".formatted(row, field, reason));
        this.row = row;
        this.field = field;
        this.reason = reason;
    }

    /** The row in which it was found. */
    public long row() {
        return row;
    }

    /** The name of what was wrong, empty if the row as a whole was. */
    public String field() {
        return field;
    }

    /** What was wrong, or what would have been right. */
    public String reason() {
        return reason;
    }
}
