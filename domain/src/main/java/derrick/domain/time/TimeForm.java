package derrick.domain.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A way to write times. */
public sealed interface TimeForm permits CalendarOrder, TimeCount, TimePattern {
    /** The forms that can be recognised from the times themselves. */
    static List<TimeForm> known() {
        return Stream.<TimeForm>concat(Stream.of(CalendarOrder.values()), Stream.of(TimeCount.values()))
                .toList();
    }

    /** The word that names it on a command line. */
    String key();

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if it is not written in this form, or is no time that exists; the message says
     *     what is right
     */
    ParsedTime read(String text);

    /**
     * The instant that a text names.
     *
     * @param zone the zone of a text that has no offset
     * @throws IllegalArgumentException if it names none; the message says what is right
     */
    default Instant instant(String text, Optional<ZoneId> zone) {
        return read(text).in(zone);
    }

    /**
     * The form that a word of a command line names.
     *
     * @throws IllegalArgumentException if there is none; the message says which there are
     */
    static TimeForm named(String word) {
        return known().stream()
                .filter(form -> form.key().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseGet(() -> TimePattern.of(word));
    }
}
