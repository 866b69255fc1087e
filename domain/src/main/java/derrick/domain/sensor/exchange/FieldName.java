package derrick.domain.sensor.exchange;

import derrick.domain.sensor.Channel;
import java.util.List;
import java.util.stream.Stream;

/** What the fields of a record are called in every document. */
public final class FieldName {
    public static final String RIG = "rig_id";
    public static final String TIME = "timestamp";
    public static final String STATUS = "status";
    public static final String TIME_SOURCE = "time_source";

    /** All channels together, where it is said what is wrong with a record that has no value; no field goes by it. */
    public static final String CHANNELS = "channels";

    /** All of them, in the order in which they are written: that of the table. */
    public static final List<String> ALL = Stream.of(
                    Stream.of(RIG, TIME), Channel.ALL.stream().map(Channel::key), Stream.of(STATUS, TIME_SOURCE))
            .flatMap(names -> names)
            .toList();

    private FieldName() {}
}
