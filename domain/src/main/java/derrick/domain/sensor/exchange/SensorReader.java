package derrick.domain.sensor.exchange;

import java.io.InputStream;

/** Reads sensor records from documents of one kind. */
public interface SensorReader {
    /** The rows of the document in this stream, read as they are asked for; the stream stays the caller's to close. */
    Rows rows(InputStream document);
}
