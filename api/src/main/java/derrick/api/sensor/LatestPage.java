package derrick.api.sensor;

import com.fasterxml.jackson.annotation.JsonProperty;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.SensorRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the rigs' last records, in the order of the rigs' names.
 *
 * @param units the unit of each channel
 * @param nextCursor what to ask with for the next page; null, and written as such, on the last
 */
record LatestPage(
        Map<String, String> units,
        List<RecordView> records,
        @JsonProperty("next_cursor") @Nullable String nextCursor) {
    /** @param found what was found, one more than a page has if there is a next page */
    static LatestPage of(LatestQuery query, List<SensorRecord> found) {
        boolean more = found.size() > query.limit();
        List<SensorRecord> page = more ? found.subList(0, query.limit()) : found;
        return new LatestPage(
                SensorPage.units(Channel.ALL),
                page.stream().map(record -> new RecordView(record, Channel.ALL)).toList(),
                more ? LatestQuery.cursor(page.get(page.size() - 1).rig()) : null);
    }
}
