package derrick.api.sensor;

import com.fasterxml.jackson.annotation.JsonProperty;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.SensorRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a rig's past.
 *
 * @param units the unit of each channel given
 * @param nextCursor what to ask with for the next page; null, and written as such, on the last
 */
record SensorPage(
        @JsonProperty("rig_id") String rigId,
        Map<String, String> units,
        List<RecordView> records,
        @JsonProperty("next_cursor") @Nullable String nextCursor) {
    /** @param found what was found, one more than a page has if there is a next page */
    static SensorPage of(SensorQuery query, List<SensorRecord> found) {
        boolean more = found.size() > query.limit();
        List<SensorRecord> page = more ? found.subList(0, query.limit()) : found;
        return new SensorPage(
                query.span().rig().value(),
                units(query.channels()),
                page.stream()
                        .map(record -> new RecordView(record, query.channels()))
                        .toList(),
                more ? new Cursor(page.get(page.size() - 1).time()).text() : null);
    }

    static Map<String, String> units(List<Channel> channels) {
        Map<String, String> units = new LinkedHashMap<>();
        channels.forEach(channel -> units.put(channel.key(), channel.unit().symbol()));
        return units;
    }
}
