package derrick.domain.sensor;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a record's time comes from. */
public enum TimeSource {
    /** The rig's clock. */
    MEASURED,
    /** Worked out from depth and rate of penetration, since the source had depths only. */
    DERIVED;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The source that goes by this word in tables and documents. */
    public static Optional<TimeSource> named(String key) {
        return Stream.of(values()).filter(source -> source.key.equals(key)).findAny();
    }

    /** The word in tables and documents. */
    public String key() {
        return key;
    }
}
