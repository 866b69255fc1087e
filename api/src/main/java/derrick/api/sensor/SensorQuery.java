package derrick.api.sensor;

import derrick.api.problem.InvalidParameter;
import derrick.api.query.PageLimit;
import derrick.api.query.QueryParameters;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.TimeRange;
import derrick.domain.time.Rfc3339;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The query parameters of a rig's records.
 *
 * @param range the rig and the times; with a cursor, it begins after the previous page
 * @param channels the channels of the response, in this order
 * @param limit the maximum number of records of a page
 */
record SensorQuery(TimeRange range, List<Channel> channels, int limit) {
    static final int DEFAULT_LIMIT = 1_000;
    private static final List<String> PARAMETERS = List.of("rig_id", "from", "to", "channels", "limit", "cursor");

    /** @throws InvalidParameter if a parameter is missing, unknown, given twice or malformed */
    static SensorQuery of(MultivaluedMap<String, String> given) {
        QueryParameters parameters = new QueryParameters(given, PARAMETERS);
        RigId rig = parameters.require("rig_id", RigId::new);
        Instant from = parameters.find("from", Rfc3339::parse).orElse(SensorRecord.EARLIEST);
        Instant to = parameters.find("to", Rfc3339::parse).orElse(SensorRecord.END);
        if (to.isBefore(from)) {
            throw new InvalidParameter("to", "must not be before from");
        }
        Instant start = parameters
                .find("cursor", Cursor::parse)
                .map(cursor -> start(cursor, from, to))
                .orElse(from);
        return new SensorQuery(
                new TimeRange(rig, start, to),
                parameters.find("channels", SensorQuery::channels).orElse(Channel.ALL),
                parameters.find("limit", PageLimit::parse).orElse(DEFAULT_LIMIT));
    }

    /** Returns the start of the next page: at most the end, which may be less than a microsecond after the cursor. */
    private static Instant start(Cursor cursor, Instant from, Instant to) {
        if (cursor.last().isBefore(from) || !cursor.last().isBefore(to)) {
            throw new InvalidParameter("cursor", "belongs to another query; repeat its from and to");
        }
        return cursor.next().isBefore(to) ? cursor.next() : to;
    }

    private static List<Channel> channels(String text) {
        List<Channel> channels = new ArrayList<>();
        for (String key : text.split(",", -1)) {
            Channel channel = Channel.named(key)
                    .orElseThrow(() -> new IllegalArgumentException("must be a list such as wob,rpm, of these: "
                            + Channel.ALL.stream().map(Channel::key).collect(Collectors.joining(", "))));
            if (channels.contains(channel)) {
                throw new IllegalArgumentException("must name %s only once".formatted(key));
            }
            channels.add(channel);
        }
        return List.copyOf(channels);
    }
}
