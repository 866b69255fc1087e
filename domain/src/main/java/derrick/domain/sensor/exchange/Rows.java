package derrick.domain.sensor.exchange;

/** The rows of one document, ready to be read once. */
@FunctionalInterface
public interface Rows {
    /**
     * Hands over every row, in order.
     *
     * @throws MalformedDocument if the document breaks off or is no document of its kind
     */
    void handTo(RowTaker taker);
}
