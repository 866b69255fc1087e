package derrick.domain.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads and writes times as RFC 3339 has them, a blank allowed for the T. A time without an offset means nothing by
 * itself: it is read only in a zone that somebody named.
 */
public final class Rfc3339 {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)([Zz]|[+-]\\d{2}:\\d{2})?");

    private Rfc3339() {}

    /**
     * Reads a time that carries its offset.
     *
     * @throws IllegalArgumentException if it does not, or is no time at all; the message says what is right
     */
    public static Instant parse(String text) {
        return parse(text, Optional.empty());
    }

    /**
     * Reads a time with its offset, or one without in the zone given.
     *
     * @throws IllegalArgumentException if it is no time, has neither offset nor zone, or names an hour that the zone's
     *     clocks skipped or showed twice; the message says what is right
     */
    public static Instant parse(String text, Optional<ZoneId> zone) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be an RFC 3339 time such as 2026-03-01T12:00:00Z");
        }
        try {
            String local = parts.group(1) + "T" + parts.group(2);
            return parts.group(3) == null
                    ? inZone(LocalDateTime.parse(local), zone)
                    : OffsetDateTime.parse(local + parts.group(3)).toInstant();
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("is not a time that exists: " + text.strip(), impossible);
        }
    }

    /** Writes a time in UTC with no more digits than it needs. */
    public static String format(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }

    private static Instant inZone(LocalDateTime local, Optional<ZoneId> zone) {
        ZoneRules rules = zone.orElseThrow(() -> new IllegalArgumentException(
                        "has no offset; write one (…Z or …+03:30) or name the zone it is in"))
                .getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.size() != 1) {
            throw new IllegalArgumentException("is %s by the clocks of %s; write it with its offset"
                    .formatted(offsets.isEmpty() ? "skipped" : "shown twice", zone.orElseThrow()));
        }
        return local.toInstant(offsets.get(0));
    }
}
