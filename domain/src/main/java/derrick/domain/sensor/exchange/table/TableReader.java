package derrick.domain.sensor.exchange.table;

import java.io.InputStream;

/** Reads tables of one file format. */
public interface TableReader {
    /**
     * Reads the header of a table and maps its columns.
     *
     * @param document the table; its rows are read when they are asked for, and the caller closes it
     * @throws TableRefused if the columns cannot be mapped
     * @throws derrick.domain.sensor.exchange.MalformedDocument if the document is not a table
     */
    SensorTable open(InputStream document, TableOptions options);
}
