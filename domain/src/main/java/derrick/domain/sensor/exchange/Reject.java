package derrick.domain.sensor.exchange;

/**
 * Why a row gave no record.
 *
 * @param row where the row stands, the first is 1: the line in a document of lines (NDJSON, CSV, whose header is line
 *     1), the object in an array of JSON
 * @param field the name of what was wrong, as the document spells it
 * @param reason what would have been right
 */
public record Reject(long row, String field, String reason) {
    /** Whether nothing was wrong but that no channel had a value, as in many a row of a log. */
    public boolean lacksValues() {
        return field.equals(FieldName.CHANNELS);
    }
}
