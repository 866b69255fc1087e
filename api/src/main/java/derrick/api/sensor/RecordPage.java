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
 * A page of records: the unit of each channel, the records, and the cursor of the next page, null on the last. The
 * records are read in steps while the page is written, so that a page takes little memory however long it is, and no
 * connection to the database while a slow client reads it.
 */
final class RecordPage implements JsonSerializable {
    private static final int RECORDS_PER_STEP = 500;

    private final Source source;
    private final Function<SensorRecord, String> cursor;
    private final List<Channel> channels;
    private final int limit;
    private final Optional<RigId> rig;
    private final List<SensorRecord> first;

    /** Where the records come from. */
    interface Source {
        /** @param last the record before; empty at the beginning */
        List<SensorRecord> list(Optional<SensorRecord> last, int limit);
    }

    private RecordPage(
            Source source,
            Function<SensorRecord, String> cursor,
            List<Channel> channels,
            int limit,
            Optional<RigId> rig) {
        this.source = source;
        this.cursor = cursor;
        this.channels = channels;
        this.limit = limit;
        this.rig = rig;
        // Read at once, since an answer that has begun can no longer become an error.
        this.first = source.list(Optional.empty(), stepSize(limit));
    }

    /** A page of a rig's past. */
    static RecordPage of(SensorQuery query, Source source) {
        return new RecordPage(
                source,
                record -> new Cursor(record.time()).text(),
                query.channels(),
                query.limit(),
                Optional.of(query.span().rig()));
    }

    /** A page of the rigs' last records. */
    static RecordPage of(LatestQuery query, Source source) {
        return new RecordPage(
                source, record -> LatestQuery.cursor(record.rig()), Channel.ALL, query.limit(), Optional.empty());
    }

    /** One more than are left, to see whether there is a next page. */
    private static int stepSize(int left) {
        return Math.min(RECORDS_PER_STEP, left + 1);
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
        Optional<String> next = writeRecords(json, context);
        json.writeEndArray();
        json.writeStringField("next_cursor", next.orElse(null));
        json.writeEndObject();
    }

    /** Returns the cursor of the next page, if there is one. */
    private Optional<String> writeRecords(JsonGenerator json, SerializerProvider context) throws IOException {
        List<SensorRecord> step = first;
        int left = limit;
        Optional<SensorRecord> last = Optional.empty();
        while (true) {
            int asked = stepSize(left);
            for (SensorRecord record : step) {
                if (left == 0) {
                    return last.map(cursor);
                }
                new RecordView(record, channels).serialize(json, context);
                last = Optional.of(record);
                left--;
            }
            if (step.size() < asked) {
                return Optional.empty();
            }
            step = source.list(last, stepSize(left));
        }
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider context, TypeSerializer type)
            throws IOException {
        serialize(json, context);
    }
}
