package derrick.domain.sensor.exchange;

import derrick.domain.sensor.SensorRecord;
import java.io.Writer;
import java.util.function.Consumer;

/** Writes sensor records as a document of one kind, which the reader of that kind reads back to the same records. */
public interface SensorWriter {
    /**
     * Starts a document on the given stream and returns what takes its records; flushing the stream is the caller's.
     */
    Consumer<SensorRecord> start(Writer document);
}
