package derrick.domain.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A format of times. */
public sealed interface TimeForm permits CalendarOrder, TimeCount, TimePattern {
    /** Returns the formats that can be detected from values. */
    static List<TimeForm> known() {
        return Stream.<TimeForm>concat(Stream.of(CalendarOrder.values()), Stream.of(TimeCount.values()))
                .toList();
    }

    /** Returns the name of the format on a command line. */
    String key();

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if it does not have this format, or is not a time that exists; the message says
     *     what is valid
     */
    ParsedTime read(String text);

    /**
     * Reads a text as an instant.
     *
     * @param zone the zone of a text without an offset
     * @throws IllegalArgumentException if it is not one instant; the message says what is valid
     */
    default Instant instant(String text, Optional<ZoneId> zone) {
        return read(text).in(zone);
    }

    /**
     * Returns the format with a name, or the format of a pattern.
     *
     * @throws IllegalArgumentException if it is neither; the message lists the names
     */
    static TimeForm named(String word) {
        return known().stream()
                .filter(form -> form.key().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseGet(() -> TimePattern.of(word));
    }
}
