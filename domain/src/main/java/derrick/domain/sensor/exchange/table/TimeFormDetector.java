package derrick.domain.sensor.exchange.table;

import derrick.domain.time.CalendarOrder;
import derrick.domain.time.ParsedTime;
import derrick.domain.time.TimeCount;
import derrick.domain.time.TimeForm;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The kind of values in a column, and the forms of time that read them.
 *
 * @param forms the forms that read all times; several if they read them differently
 * @param values the cells that are not empty
 */
record TimeFormDetector(CellKind kind, List<TimeForm> forms, List<String> values) {
    /** The largest step between rows in a count of days; larger steps mean another unit. */
    private static final BigDecimal LONGEST_STEP_DAYS = BigDecimal.ONE;

    private static final int LEAST_DECIMALS_OF_DAYS = 3;

    /** The kind of most cells. */
    enum CellKind {
        EMPTY,
        DATE_AND_CLOCK,
        DATE,
        CLOCK,
        NUMBER,
        OTHER;

        boolean isTime() {
            return this == DATE_AND_CLOCK || this == DATE || this == CLOCK;
        }
    }

    /** @param named the form in the options or in the header */
    static TimeFormDetector of(List<String> values, Optional<TimeForm> named) {
        if (values.isEmpty()) {
            return new TimeFormDetector(CellKind.EMPTY, List.of(), values);
        }
        List<TimeForm> candidates = named.map(List::of).orElse(TimeForm.known());
        Map<CellKind, List<String>> byKind = new EnumMap<>(CellKind.class);
        values.forEach(value -> byKind.computeIfAbsent(kind(value, candidates), kind -> new ArrayList<>())
                .add(value));
        List<String> days = new ArrayList<>(byKind.getOrDefault(CellKind.DATE_AND_CLOCK, List.of()));
        boolean haveClock = !days.isEmpty();
        days.addAll(byKind.getOrDefault(CellKind.DATE, List.of()));
        if (2 * days.size() >= values.size()) {
            return new TimeFormDetector(
                    haveClock ? CellKind.DATE_AND_CLOCK : CellKind.DATE, formsOf(days, candidates), values);
        }
        List<String> numbers = byKind.getOrDefault(CellKind.NUMBER, List.of());
        if (2 * numbers.size() > values.size()) {
            List<TimeForm> counts = candidates.stream()
                    .filter(form -> isCount(form, numbers, named.isPresent()))
                    .toList();
            return new TimeFormDetector(counts.isEmpty() ? CellKind.NUMBER : CellKind.DATE_AND_CLOCK, counts, values);
        }
        boolean clocks = 2 * byKind.getOrDefault(CellKind.CLOCK, List.of()).size() > values.size();
        return new TimeFormDetector(clocks ? CellKind.CLOCK : CellKind.OTHER, List.of(), values);
    }

    /** Whether the time of day is always midnight, as in dates that had no time of day originally. */
    boolean isAtMidnight() {
        return kind == CellKind.DATE_AND_CLOCK
                && forms.stream()
                        .anyMatch(form -> values.stream()
                                .flatMap(value -> find(form, value).stream())
                                .allMatch(time -> time.clock().equals(Optional.of(LocalTime.MIDNIGHT))));
    }

    /** Returns a value that all forms read. */
    String example() {
        return values.stream()
                .filter(value -> forms.isEmpty()
                        || forms.stream().allMatch(form -> find(form, value).isPresent()))
                .findFirst()
                .orElse(values.get(0));
    }

    static Optional<ParsedTime> find(TimeForm form, String value) {
        try {
            return Optional.of(form.read(value));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static CellKind kind(String value, List<TimeForm> candidates) {
        boolean isDate = false;
        for (TimeForm form : candidates) {
            Optional<ParsedTime> time = form instanceof TimeCount ? Optional.empty() : find(form, value);
            if (time.isPresent() && time.get().isFull()) {
                return CellKind.DATE_AND_CLOCK;
            }
            isDate |= time.isPresent() && time.get().date().isPresent();
        }
        if (isDate) {
            return CellKind.DATE;
        }
        if (value.indexOf(':') > 0 && CalendarOrder.findClock(value).isPresent()) {
            return CellKind.CLOCK;
        }
        return TimeCount.isNumber(value) ? CellKind.NUMBER : CellKind.OTHER;
    }

    /** Returns the forms that read all dates; of forms that read every date alike, only the first. */
    private static List<TimeForm> formsOf(List<String> dates, List<TimeForm> candidates) {
        List<TimeForm> reading = candidates.stream()
                .filter(form -> !(form instanceof TimeCount))
                .filter(form -> dates.stream().allMatch(date -> find(form, date).isPresent()))
                .toList();
        if (reading.isEmpty()
                && candidates.contains(CalendarOrder.YEAR_FIRST)
                && 2 * yearFirst(dates) >= dates.size()) {
            return List.of(CalendarOrder.YEAR_FIRST);
        }
        Predicate<String> alike = date ->
                reading.stream().map(form -> find(form, date)).distinct().count() == 1;
        return dates.stream().allMatch(alike) ? reading.stream().limit(1).toList() : reading;
    }

    /** How many dates begin with their year: no other form reads those, so that the few others are rejected rows. */
    private static long yearFirst(List<String> dates) {
        return dates.stream()
                .filter(date -> find(CalendarOrder.YEAR_FIRST, date).isPresent())
                .filter(date -> find(CalendarOrder.DAY_FIRST, date).isEmpty())
                .count();
    }

    private static boolean isCount(TimeForm form, List<String> numbers, boolean named) {
        return form instanceof TimeCount
                && numbers.stream().allMatch(number -> find(form, number).isPresent())
                && (form != TimeCount.EXCEL_DAYS || named || areDays(numbers));
    }

    /** Counts of seconds may be as large as those of days, but they are whole, or grow by more than a day. */
    private static boolean areDays(List<String> numbers) {
        List<BigDecimal> counts = numbers.stream()
                .map(number -> new BigDecimal(number.replace(',', '.')))
                .toList();
        for (int i = 1; i < counts.size(); i++) {
            if (counts.get(i).subtract(counts.get(i - 1)).abs().compareTo(LONGEST_STEP_DAYS) >= 0) {
                return false;
            }
        }
        return counts.stream().anyMatch(count -> count.stripTrailingZeros().scale() >= LEAST_DECIMALS_OF_DAYS);
    }
}
