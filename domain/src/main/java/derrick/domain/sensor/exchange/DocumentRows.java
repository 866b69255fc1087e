package derrick.domain.sensor.exchange;

import derrick.domain.sensor.SensorRecord;
import java.util.Map;

/** The rows of one document, ready to be read once. */
public interface DocumentRows {
    /**
     * Hands over every row, in order.
     *
     * @throws MalformedDocument if the document breaks off or is no document of its kind
     */
    void readAll(RowHandler handler);

    /** How many values were read as gaps so far, by what stood in their place. */
    default Map<String, Long> gaps() {
        return Map.of();
    }

    /** How many kept numbers look as if they meant "no value" so far, by the number and where it stands. */
    default Map<String, Long> suspects() {
        return Map.of();
    }

    /** Receives the rows of a document, one by one and in order; each is either accepted or rejected. */
    interface RowHandler {
        /** @param row the number of the row, counted as in {@link Reject} */
        void accepted(long row, SensorRecord record);

        void rejected(Reject reject);
    }
}
