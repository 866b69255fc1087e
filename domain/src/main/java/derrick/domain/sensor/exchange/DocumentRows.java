package derrick.domain.sensor.exchange;

import derrick.domain.sensor.SensorRecord;
import java.util.Map;

/** The rows of one document, which can be read once. */
public interface DocumentRows {
    /**
     * Reads all rows and passes each to the handler, in order.
     *
     * @throws MalformedDocument if the document is incomplete or of another format
     */
    void readAll(RowHandler handler);

    /** Returns the number of values read as gaps so far, by the text in their place. */
    default Map<String, Long> gaps() {
        return Map.of();
    }

    /** Returns the number of stored values so far that may mean "no value", by number and column. */
    default Map<String, Long> suspects() {
        return Map.of();
    }

    /** Receives the rows of a document in order, each either as a record or as a reject. */
    interface RowHandler {
        /** @param row the number of the row, counted as in {@link Reject} */
        void accepted(long row, SensorRecord record);

        void rejected(Reject reject);
    }
}
