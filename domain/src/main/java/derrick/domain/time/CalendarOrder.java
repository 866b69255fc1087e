package derrick.domain.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates with an order of year, month and day, with or without a time of day. Leading zeroes and seconds are
 * optional; seconds may have a fraction after a point or comma; hours may have AM or PM; months may be names.
 */
public enum CalendarOrder implements TimeForm {
    YEAR_FIRST("y/M/d"),
    DAY_FIRST("d/M/y"),
    MONTH_FIRST("M/d/y");

    private static final String DATE =
            "(?:(?<a>\\d{1,4})(?<separator>[-/. ])(?<b>\\d{1,2}|\\p{L}{3,9}\\.?)\\k<separator>(?<c>\\d{1,4})"
                    + "|(?<month>\\p{L}{3,9})\\.? (?<day>\\d{1,2}),? (?<year>\\d{4})|(?<compact>\\d{8}))";
    private static final String CLOCK = "(?:(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?"
            + "|(?<hh>\\d{2})(?<mm>\\d{2})(?<ss>\\d{2})?)(?:[.,](?<fraction>\\d{1,9}))?"
            + "(?: ?(?<half>[AaPp])\\.?[Mm]\\.?)?";
    private static final String ZONE = "(?: ?(?<zone>[Zz]|(?:UTC|GMT)? ?[+-]\\d{1,2}(?::?\\d{2})?|[A-Za-z]{2,5}))?";
    private static final Pattern TIME =
            Pattern.compile(DATE + "(?:(?: ?[Tt_,] ?| | - |(?<=\\d{8}))" + CLOCK + ZONE + ")?");
    private static final Pattern CLOCK_ALONE = Pattern.compile(CLOCK + ZONE);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The first three letters of the names of months in English, German and the Scandinavian languages. */
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("mär", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("mai", 5),
            Map.entry("maj", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dez", 12),
            Map.entry("des", 12));

    /** Years of two digits from here on are of the 20th century. */
    private static final int FIRST_SHORT_YEAR = 80;

    private final String key;

    CalendarOrder(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Instant instant(String text, Optional<ZoneId> zone) {
        return this == YEAR_FIRST && Rfc3339.hasForm(text)
                ? Rfc3339.parse(text, zone)
                : read(text).in(zone);
    }

    @Override
    public ParsedTime read(String text) {
        Matcher parts = TIME.matcher(withSingleBlanks(text));
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    this == YEAR_FIRST
                            ? "must be an RFC 3339 time such as 2026-03-01T12:00:00Z"
                            : "must be a time, read as " + key);
        }
        try {
            LocalDate date = date(parts);
            boolean hasClock = parts.group("hour") != null || parts.group("hh") != null;
            return new ParsedTime(
                    Optional.of(date), hasClock ? Optional.of(clock(parts)) : Optional.empty(), zone(parts));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a time that exists: " + text.strip(), e);
        }
    }

    /** Returns a time of day without a date; empty if the text is not one. */
    public static Optional<ParsedTime> findClock(String text) {
        Matcher parts = CLOCK_ALONE.matcher(withSingleBlanks(text));
        if (!parts.matches() || (parts.group("hh") != null && parts.group("ss") == null)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ParsedTime(Optional.empty(), Optional.of(clock(parts)), zone(parts)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDate date(Matcher parts) {
        String compact = parts.group("compact");
        if (compact != null) {
            return this == YEAR_FIRST
                    ? of(compact.substring(0, 4), compact.substring(4, 6), compact.substring(6))
                    : inOrder(compact.substring(0, 2), compact.substring(2, 4), compact.substring(4));
        }
        if (parts.group("month") != null) {
            return of(parts.group("year"), parts.group("month"), parts.group("day"));
        }
        return inOrder(parts.group("a"), parts.group("b"), parts.group("c"), parts.group("separator"));
    }

    private LocalDate inOrder(String a, String b, String c, String separator) {
        boolean monthIsNamed = Character.isLetter(b.charAt(0));
        boolean yearIsFirst = a.length() > 2;
        if (yearIsFirst != (this == YEAR_FIRST) && (yearIsFirst || c.length() > 2 || monthIsNamed)) {
            throw new DateTimeException("the year has another position");
        }
        // Dates with points begin with the day in all countries that write them, or with the year.
        if (separator.equals(".") && !yearIsFirst && this != DAY_FIRST) {
            throw new DateTimeException("the day is first");
        }
        return this == YEAR_FIRST ? of(a, b, c) : monthIsNamed ? of(c, b, a) : inOrder(a, b, c);
    }

    private LocalDate inOrder(String a, String b, String year) {
        return this == DAY_FIRST ? of(year, b, a) : of(year, a, b);
    }

    private static LocalDate of(String year, String month, String day) {
        if ((year.length() != 2 && year.length() != 4) || day.length() > 2) {
            throw new DateTimeException("a year has two or four digits");
        }
        int number = Integer.parseInt(year);
        int full = year.length() == 4 ? number : number + (number < FIRST_SHORT_YEAR ? 2000 : 1900);
        if (full < 1980 || full > 2199) {
            throw new DateTimeException("a year must be in 1980 to 2199");
        }
        return LocalDate.of(full, month(month), Integer.parseInt(day));
    }

    private static int month(String text) {
        if (!Character.isLetter(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        Integer month = MONTHS.get(text.substring(0, 3).toLowerCase(Locale.ROOT));
        if (month == null) {
            throw new DateTimeException("not a month");
        }
        return month;
    }

    private static LocalTime clock(Matcher parts) {
        int hour = Integer.parseInt(either(parts, "hour", "hh", "0"));
        String half = parts.group("half");
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("an hour with AM or PM must be in 1 to 12");
            }
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        String second = either(parts, "second", "ss", "");
        String fraction = parts.group("fraction");
        if (fraction != null && second.isEmpty()) {
            throw new DateTimeException("a fraction needs seconds");
        }
        return LocalTime.of(
                hour,
                Integer.parseInt(either(parts, "minute", "mm", "0")),
                second.isEmpty() ? 0 : Integer.parseInt(second),
                fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
    }

    private static String either(Matcher parts, String one, String other, String defaultText) {
        String first = parts.group(one);
        String second = parts.group(other);
        return first != null ? first : second != null ? second : defaultText;
    }

    private static String zone(Matcher parts) {
        String zone = parts.group("zone");
        return zone == null ? "" : zone;
    }

    private static String withSingleBlanks(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ");
    }
}
