package derrick.api.sensor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.SensorRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of records: the unit of each channel, the records, and the cursor of the next page, null on the last. All
 * records are read before the first is written, since an answer that has begun can no longer become an error.
 */
record RecordPage(Optional<RigId> rig, List<Channel> channels, List<SensorRecord> records, Optional<String> nextCursor)
        implements JsonSerializable {
    /**
     * Makes a page of a rig's records.
     *
     * @param found the records found, one more than the limit if there is a next page
     */
    static RecordPage of(SensorQuery query, List<SensorRecord> found) {
        return of(
                Optional.of(query.range().rig()),
                query.channels(),
                query.limit(),
                found,
                last -> new Cursor(last.time()).text());
    }

    /**
     * Makes a page of the latest records of all rigs.
     *
     * @param found the records found, one more than the limit if there is a next page
     */
    static RecordPage of(LatestQuery query, List<SensorRecord> found) {
        return of(Optional.empty(), Channel.ALL, query.limit(), found, last -> LatestQuery.cursor(last.rig()));
    }

    private static RecordPage of(
            Optional<RigId> rig,
            List<Channel> channels,
            int limit,
            List<SensorRecord> found,
            Function<SensorRecord, String> cursor) {
        if (found.size() <= limit) {
            return new RecordPage(rig, channels, found, Optional.empty());
        }
        return new RecordPage(rig, channels, found.subList(0, limit), Optional.of(cursor.apply(found.get(limit - 1))));
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider context) throws IOException {
        json.writeStartObject();
        if (rig.isPresent()) {
            json.writeStringField("rig_id", rig.get().value());
        }
        json.writeObjectFieldStart("units");
        for (Channel channel : channels) {
            json.writeStringField(channel.key(), channel.unit().symbol());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("records");
        for (SensorRecord record : records) {
            new RecordView(record, channels).serialize(json, context);
        }
        json.writeEndArray();
        json.writeStringField("next_cursor", nextCursor.orElse(null));
        json.writeEndObject();
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider context, TypeSerializer type)
            throws IOException {
        serialize(json, context);
    }
}
