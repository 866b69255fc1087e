package derrick.domain.sensor.exchange.table;

import java.io.InputStream;

/** Reads tables of one kind. */
public interface TableReader {
    /**
     * Reads what stands above the rows and plans what becomes of each column.
     *
     * @param document the table; it is read on as the rows are asked for, and stays the caller's to close
     * @throws TableRefused if it cannot be settled what the columns mean
     * @throws derrick.domain.sensor.exchange.MalformedDocument if the document is no table
     */
    SensorTable open(InputStream document, TableOptions options);
}
