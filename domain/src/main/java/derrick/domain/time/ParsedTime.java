package derrick.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The parts of a parsed time: a date, a time of day, or both.
 *
 * @param zone the offset or name of the zone in the text; empty if there is none
 */
public record ParsedTime(Optional<LocalDate> date, Optional<LocalTime> clock, String zone) {
    static ParsedTime local(LocalDateTime time) {
        return new ParsedTime(Optional.of(time.toLocalDate()), Optional.of(time.toLocalTime()), "");
    }

    static ParsedTime utc(Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        return new ParsedTime(Optional.of(utc.toLocalDate()), Optional.of(utc.toLocalTime()), "Z");
    }

    /** Returns whether it has both a date and a time of day. */
    public boolean isFull() {
        return date.isPresent() && clock.isPresent();
    }

    /** Returns this date with the time of day of another time. */
    public ParsedTime at(ParsedTime other) {
        return new ParsedTime(date, other.clock, other.zone.isEmpty() ? zone : other.zone);
    }

    /**
     * Returns the instant.
     *
     * @param defaultZone the zone of times without an offset
     * @throws IllegalArgumentException if it is not one instant; the message says what is valid
     */
    public Instant in(Optional<ZoneId> defaultZone) {
        LocalDate day = date.orElseThrow(() -> new IllegalArgumentException("has no date"));
        LocalTime time = clock.orElseThrow(() -> new IllegalArgumentException("has no time of day"));
        LocalDateTime local = LocalDateTime.of(day, time);
        return zone.isEmpty() ? ZoneNames.resolve(local, defaultZone) : ZoneNames.resolve(local, zone, defaultZone);
    }
}
