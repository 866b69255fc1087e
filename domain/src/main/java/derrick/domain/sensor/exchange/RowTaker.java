package derrick.domain.sensor.exchange;

import derrick.domain.sensor.SensorRecord;

/** Takes the rows of a document, one by one and in order; each is either accepted or rejected. */
public interface RowTaker {
    /** @param row the row's number in its document, the first is 1 */
    void accepted(long row, SensorRecord record);

    void rejected(Reject reject);
}
