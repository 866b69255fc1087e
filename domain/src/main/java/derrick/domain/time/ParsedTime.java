package derrick.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time as it is written: a date, a time of day, or both.
 *
 * @param zone the offset or the name of the zone that is written with it; empty if there is none
 */
public record ParsedTime(Optional<LocalDate> date, Optional<LocalTime> clock, String zone) {
    static ParsedTime local(LocalDateTime time) {
        return new ParsedTime(Optional.of(time.toLocalDate()), Optional.of(time.toLocalTime()), "");
    }

    static ParsedTime utc(Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        return new ParsedTime(Optional.of(utc.toLocalDate()), Optional.of(utc.toLocalTime()), "Z");
    }

    /** Whether it has a date and a time of day. */
    public boolean isFull() {
        return date.isPresent() && clock.isPresent();
    }

    /** This date at the time of day of another. */
    public ParsedTime at(ParsedTime other) {
        return new ParsedTime(date, other.clock, other.zone.isEmpty() ? zone : other.zone);
    }

    /**
     * The instant it names.
     *
     * @param known the zone of times that have no offset
     * @throws IllegalArgumentException if it names none; the message says what is right
     */
    public Instant in(Optional<ZoneId> known) {
        LocalDate day = date.orElseThrow(() -> new IllegalArgumentException("has no date"));
        LocalTime time = clock.orElseThrow(() -> new IllegalArgumentException("has no time of day"));
        LocalDateTime local = LocalDateTime.of(day, time);
        return zone.isEmpty() ? ZoneNames.resolve(local, known) : ZoneNames.resolve(local, zone, known);
    }
}
