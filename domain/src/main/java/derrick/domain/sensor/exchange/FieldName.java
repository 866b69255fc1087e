package derrick.domain.sensor.exchange;

import derrick.domain.sensor.Channel;
import java.util.List;
import java.util.stream.Stream;

/** The names of a record's fields in all document formats. */
public final class FieldName {
    public static final String RIG = "rig_id";
    public static final String TIME = "timestamp";
    public static final String STATUS = "status";
    public static final String TIME_SOURCE = "time_source";

    /** The field that a reject names if a record has no channel's value; no document has such a field. */
    public static final String CHANNELS = "channels";

    /** All field names, in the order in which they are written. */
    public static final List<String> ALL = Stream.of(
                    Stream.of(RIG, TIME), Channel.ALL.stream().map(Channel::key), Stream.of(STATUS, TIME_SOURCE))
            .flatMap(names -> names)
            .toList();

    private FieldName() {}
}
