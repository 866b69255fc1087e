package derrick.domain.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/** Reads times of a given pattern, such as {@code dd.MM.yyyy HH:mm:ss}. */
public record TimePattern(String key, DateTimeFormatter formatter) implements TimeForm {
    /**
     * Returns the format of a pattern of {@link DateTimeFormatter}. Patterns in upper case, as in column headers of
     * logging units, are accepted too: {@code YYYY/MM/DD HH:MM:SS}.
     */
    static TimePattern of(String pattern) {
        try {
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(normalized(pattern))
                    .toFormatter(Locale.ENGLISH);
            TimePattern form = new TimePattern(pattern, formatter);
            if (!form.read(formatter.format(ZonedDateTime.of(2026, 3, 1, 12, 4, 32, 0, ZoneId.of("UTC"))))
                    .isFull()) {
                throw new IllegalArgumentException("a date or a time of day is missing");
            }
            return form;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "is not a time format; write d/M/y, M/d/y or y/M/d, epoch-s or epoch-ms, excel, or a pattern"
                            + " such as 'dd.MM.yyyy HH:mm:ss'",
                    e);
        }
    }

    @Override
    public ParsedTime read(String text) {
        try {
            TemporalAccessor parsed = formatter.parse(text.strip());
            Optional<LocalDate> date = Optional.ofNullable(parsed.query(TemporalQueries.localDate()));
            Optional<LocalTime> clock = Optional.ofNullable(parsed.query(TemporalQueries.localTime()));
            ZoneId zone = parsed.query(TemporalQueries.zone());
            return new ParsedTime(date, clock, zone == null ? "" : zone.getId());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time, read as " + key, e);
        }
    }

    private static String normalized(String pattern) {
        if (!pattern.matches(".*[YD].*")) {
            return pattern;
        }
        String lower = pattern.replace('Y', 'y').replace('D', 'd').replace('S', 's');
        StringBuilder normalized = new StringBuilder();
        boolean clock = false;
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            clock = letter == 'H' || letter == 'h' || (clock && letter != 'y' && letter != 'd');
            normalized.append(clock && letter == 'M' ? 'm' : letter);
        }
        return normalized.toString();
    }
}
