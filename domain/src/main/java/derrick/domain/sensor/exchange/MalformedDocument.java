package derrick.domain.sensor.exchange;

/** Thrown if a document cannot be read in its format. */
public final class MalformedDocument extends RuntimeException {
    private final long row;
    private final String field;
    private final String reason;

    /**
     * @param row the number of the row, counted as in {@link Reject}
     * @param field the malformed field, empty if it is the whole row
     * @param reason what is wrong, or what is expected
     */
    public MalformedDocument(long row, String field, String reason) {
        super(field.isEmpty() ? "row %d: %s".formatted(row, reason) : "row %d, %s: %s".formatted(row, field, reason));
        this.row = row;
        this.field = field;
        this.reason = reason;
    }

    /** Returns the number of the row. */
    public long row() {
        return row;
    }

    /** Returns the malformed field, empty if it is the whole row. */
    public String field() {
        return field;
    }

    /** Returns what is wrong, or what is expected. */
    public String reason() {
        return reason;
    }
}
