package derrick.domain.sensor.exchange.table;

import derrick.domain.time.CalendarOrder;
import derrick.domain.time.ParsedTime;
import derrick.domain.time.TimeForm;
import derrick.domain.time.TimePattern;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Reads the times of a table's rows.
 *
 * @param column the column of times or, if there is a column of times of day, of dates
 * @param clockColumn the column of times of day, if there is one
 * @param zone the zone of times that have no offset
 */
public record TimeReader(int column, Optional<Integer> clockColumn, TimeForm form, Optional<ZoneId> zone) {
    boolean reads(int index) {
        return index == column || clockColumn.filter(clock -> clock == index).isPresent();
    }

    /**
     * Returns the time of a row.
     *
     * @throws IllegalArgumentException if it cannot be read; the message says what is expected
     */
    Instant read(List<String> cells) {
        String text = cells.get(column);
        if (clockColumn.isEmpty()) {
            return form.instant(text, zone);
        }
        String clock = cells.get(clockColumn.get());
        if (form instanceof TimePattern) {
            return form.instant(text.strip() + " " + clock.strip(), zone);
        }
        ParsedTime date = form.read(text);
        if (date.clock().filter(other -> !other.equals(LocalTime.MIDNIGHT)).isPresent()) {
            throw new IllegalArgumentException("has a time of day beside that of the other column: " + text.strip());
        }
        return date.at(CalendarOrder.findClock(clock)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "must have a time of day such as 18:04:32 in the other column")))
                .in(zone);
    }

    /** Returns the time as it is written in a row, if it is one; it may lack a zone. */
    Optional<ParsedTime> find(List<String> cells) {
        if (cells.size() <= Math.max(column, clockColumn.orElse(0))) {
            return Optional.empty();
        }
        String text = cells.get(column).strip();
        if (clockColumn.isEmpty()) {
            return TimeFormDetector.find(form, text);
        }
        String clock = cells.get(clockColumn.get()).strip();
        return form instanceof TimePattern
                ? TimeFormDetector.find(form, text + " " + clock)
                : TimeFormDetector.find(form, text)
                        .flatMap(date -> CalendarOrder.findClock(clock).map(date::at));
    }

    /** Returns how times are read, for the import report. */
    public String description() {
        String written = form == CalendarOrder.YEAR_FIRST ? "" : ", read as " + form.key();
        return written
                + zone.map(known -> ", in " + (known.equals(ZoneOffset.UTC) ? "UTC" : known.getId()))
                        .orElse("");
    }
}
