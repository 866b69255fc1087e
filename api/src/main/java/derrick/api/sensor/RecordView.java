package derrick.api.sensor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.time.Rfc3339;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The JSON of a record, with the requested channels; a gap is null. It can be posted again as it is. It is serialized
 * field by field, because a page has thousands of them.
 */
public record RecordView(SensorRecord record, List<Channel> channels) implements JsonSerializable {
    @Override
    public void serialize(JsonGenerator json, SerializerProvider context) throws IOException {
        json.writeStartObject();
        json.writeStringField("rig_id", record.rig().value());
        json.writeStringField("timestamp", Rfc3339.format(record.time()));
        for (Channel channel : channels) {
            if (record.readings().has(channel)) {
                json.writeNumberField(
                        channel.key(), record.readings().get(channel).orElseThrow());
            } else {
                json.writeNullField(channel.key());
            }
        }
        json.writeStringField("status", record.status().value());
        json.writeStringField("time_source", record.timeSource().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider context, TypeSerializer type)
            throws IOException {
        serialize(json, context);
    }
}
