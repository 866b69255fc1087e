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
 * @param span the times not yet given: it begins after the page before, if there was one
 * @param channels the channels to give, in the order asked for
 * @param limit how many records a page has at most
 */
record SensorQuery(TimeRange span, List<Channel> channels, int limit) {
    static final int DEFAULT_LIMIT = 1_000;
    private static final List<String> PARAMETERS = List.of("rig_id", "from", "to", "channels", "limit", "cursor");

    /** @throws InvalidParameter if a parameter is missing, unknown, given twice or not right */
    static SensorQuery of(MultivaluedMap<String, String> given) {
        QueryParameters parameters = new QueryParameters(given, PARAMETERS);
        RigId rig = parameters.require("rig_id", RigId::new);
        Instant from = parameters.find("from", Rfc3339::parse).orElse(SensorRecord.EARLIEST);
        Instant to = parameters.find("to", Rfc3339::parse).orElse(SensorRecord.TOO_LATE);
        if (to.isBefore(from)) {
            throw new InvalidParameter("to", "must not lie before from");
        }
        Instant start = parameters
                .find("cursor", Cursor::parse)
                .map(cursor -> within(cursor, from, to))
                .orElse(from);
        return new SensorQuery(
                new TimeRange(rig, start, to),
                parameters.find("channels", SensorQuery::channels).orElse(Channel.ALL),
                parameters.find("limit", PageLimit::parse).orElse(DEFAULT_LIMIT));
    }

    /** Times in a query may be finer than those of records, and so the next time of a record may lie behind the end. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant within(Cursor cursor, Instant from, Instant to) {
        if (cursor.last().isBefore(from) || !cursor.last().isBefore(to)) {
            throw new InvalidParameter("cursor", "belongs to another query; keep from and to as they were");
        }
        return earlier(cursor.next(), to);
    }

    private static List<Channel> channels(String text) {
        List<Channel> channels = new ArrayList<>();
        for (String key : text.split(",", -1)) {
            Channel channel = Channel.named(key)
                    .orElseThrow(() -> new IllegalArgumentException("must be a list like wob,rpm of some of "
                            + Channel.ALL.stream().map(Channel::key).collect(Collectors.joining(", "))));
            if (channels.contains(channel)) {
                throw new IllegalArgumentException("must name %s once only".formatted(key));
            }
            channels.add(channel);
        }
        return List.copyOf(channels);
    }
}
