package derrick.domain.sensor.exchange;

import derrick.domain.sensor.SensorRecord;
import java.io.Writer;
import java.util.function.Consumer;

/** Writes sensor records as a document of one format. A reader of the format returns the same records. */
public interface SensorWriter {
    /**
     * Begins a document and returns the consumer that writes its records. The caller flushes the stream.
     */
    Consumer<SensorRecord> start(Writer document);
}
