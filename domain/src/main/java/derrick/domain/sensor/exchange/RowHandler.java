package derrick.domain.sensor.exchange;

import derrick.domain.sensor.SensorRecord;

/** Takes the rows of a document, one by one and in order; each is either accepted or rejected. */
public interface RowHandler {
    /** @param row where the row stands, counted as in {@link Reject} */
    void accepted(long row, SensorRecord record);

    void rejected(Reject reject);
}
