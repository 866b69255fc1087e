package derrick.domain.sensor;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The origin of a record's time. */
public enum TimeSource {
    /** The rig's clock. */
    MEASURED,
    /** Calculated from depth and rate of penetration, because the document has no times. */
    DERIVED;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Returns the source with a name in tables and documents. */
    public static Optional<TimeSource> named(String key) {
        return Stream.of(values()).filter(source -> source.key.equals(key)).findAny();
    }

    /** Returns the name in tables and documents. */
    public String key() {
        return key;
    }
}
