package derrick.domain.sensor.exchange;

/** A document cannot be read as what it was said to be. */
public final class MalformedDocument extends RuntimeException {
    private final String field;

    /**
     * @param row the row in which it was found, counted as in {@link Reject}
     * @param field the name of what was wrong, empty if the row as a whole was
     * @param reason what was wrong, or what would have been right
     */
    public MalformedDocument(long row, String field, String reason) {
        super(field.isEmpty() ? "row %d: %s".formatted(row, reason) : "row %d, %s: %s".formatted(row, field, reason));
        this.field = field;
    }

    /** The name of what was wrong, empty if the row as a whole was. */
    public String field() {
        return field;
    }
}
