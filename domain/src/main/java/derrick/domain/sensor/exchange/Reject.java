package derrick.domain.sensor.exchange;

/**
 * A row that is not stored, and the reason.
 *
 * @param row the number of the row from 1: the line in NDJSON and CSV (with the header), the object in a JSON array
 * @param field the name of the wrong field, as in the document
 * @param reason what is wrong, or what is expected
 */
public record Reject(long row, String field, String reason) {
    /** Whether the only fault is that no channel has a value, which is common in logs. */
    public boolean lacksValues() {
        return field.equals(FieldName.CHANNELS);
    }
}
