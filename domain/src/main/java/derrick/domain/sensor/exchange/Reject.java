package derrick.domain.sensor.exchange;

/**
 * Why a row gave no record.
 *
 * @param row the row's number in its document, the first is 1
 * @param field the name of what was wrong, as the document spells it
 * @param reason what would have been right
 */
public record Reject(long row, String field, String reason) {}
