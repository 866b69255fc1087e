package derrick.persistence.sensor.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.SensorWriter;
import derrick.domain.time.Rfc3339;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;

/** Writes newline-delimited JSON: one record a line, without the channels that are gaps. */
public final class NdjsonSensorWriter implements SensorWriter {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    @Override
    public Consumer<SensorRecord> start(Writer document) {
        try {
            JsonGenerator json = JSON.createGenerator(document);
            return record -> writeLine(json, record);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void writeLine(JsonGenerator json, SensorRecord record) {
        try {
            json.writeStartObject();
            json.writeStringField(FieldName.RIG, record.rig().value());
            json.writeStringField(FieldName.TIME, Rfc3339.format(record.time()));
            for (Channel channel : Channel.ALL) {
                if (record.readings().has(channel)) {
                    json.writeNumberField(
                            channel.key(), record.readings().get(channel).orElseThrow());
                }
            }
            json.writeStringField(FieldName.STATUS, record.status().value());
            json.writeStringField(FieldName.TIME_SOURCE, record.timeSource().key());
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
