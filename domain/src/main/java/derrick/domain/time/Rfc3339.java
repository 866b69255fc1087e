package derrick.domain.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Reads and writes RFC 3339 times, with a blank permitted instead of the T. A time without an offset is read only with
 * a given zone. Uses no regular expression, because every record has a time.
 */
public final class Rfc3339 {
    /** The expected form: {@code 0} is any digit, {@code T} may be {@code t} or a blank. */
    private static final String SHAPE = "0000-00-00T00:00:00";

    private static final int MAX_FRACTION_DIGITS = 9;

    private Rfc3339() {}

    /**
     * Reads a time with an offset.
     *
     * @throws IllegalArgumentException if it is not such a time; the message says what is valid
     */
    public static Instant parse(String text) {
        return parse(text, Optional.empty());
    }

    /**
     * Reads a time with an offset, or without one in the given zone.
     *
     * @throws IllegalArgumentException if it is not a time, has neither offset nor zone, or is skipped or ambiguous in
     *     the zone; the message says what is valid
     */
    public static Instant parse(String text, Optional<ZoneId> zone) {
        String time = text.strip();
        int end = fractionEnd(time);
        if (!hasOffsetOrNone(time, end)) {
            throw new IllegalArgumentException("must be an RFC 3339 time such as 2026-03-01T12:00:00Z");
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(time, 0, 4),
                    number(time, 5, 7),
                    number(time, 8, 10),
                    number(time, 11, 13),
                    number(time, 14, 16),
                    number(time, 17, 19),
                    nanoseconds(time, end));
            return end == time.length() ? ZoneNames.resolve(local, zone) : local.toInstant(offset(time, end));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a time that exists: " + time, e);
        }
    }

    /** Formats a time in UTC, without trailing zeroes of the fraction. */
    public static String format(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }

    /** Returns whether a text has the form of an RFC 3339 time; the time need not exist. */
    static boolean hasForm(String text) {
        String time = text.strip();
        return hasOffsetOrNone(time, fractionEnd(time));
    }

    /** Returns the end of date, time of day and fraction, or -1 if the text does not begin with them. */
    private static int fractionEnd(String time) {
        int end = SHAPE.length();
        if (time.length() < end) {
            return -1;
        }
        for (int i = 0; i < end; i++) {
            char shape = SHAPE.charAt(i);
            char found = time.charAt(i);
            boolean fits =
                    shape == '0' ? isDigit(found) : found == shape || (shape == 'T' && (found == 't' || found == ' '));
            if (!fits) {
                return -1;
            }
        }
        if (end == time.length() || time.charAt(end) != '.') {
            return end;
        }
        int digits = 0;
        while (end + 1 + digits < time.length() && isDigit(time.charAt(end + 1 + digits))) {
            digits++;
        }
        return digits < 1 || digits > MAX_FRACTION_DIGITS ? -1 : end + 1 + digits;
    }

    private static boolean hasOffsetOrNone(String time, int end) {
        if (end < 0) {
            return false;
        }
        return switch (time.length() - end) {
            case 0 -> true;
            case 1 -> isZulu(time.charAt(end));
            case 6 ->
                (time.charAt(end) == '+' || time.charAt(end) == '-')
                        && isDigit(time.charAt(end + 1))
                        && isDigit(time.charAt(end + 2))
                        && time.charAt(end + 3) == ':'
                        && isDigit(time.charAt(end + 4))
                        && isDigit(time.charAt(end + 5));
            default -> false;
        };
    }

    private static ZoneOffset offset(String time, int at) {
        if (isZulu(time.charAt(at))) {
            return ZoneOffset.UTC;
        }
        int hours = number(time, at + 1, at + 3);
        int minutes = number(time, at + 4, at + 6);
        return time.charAt(at) == '-'
                ? ZoneOffset.ofHoursMinutes(-hours, -minutes)
                : ZoneOffset.ofHoursMinutes(hours, minutes);
    }

    private static int nanoseconds(String time, int end) {
        int from = SHAPE.length() + 1;
        int nanoseconds = 0;
        for (int i = 0; i < MAX_FRACTION_DIGITS; i++) {
            nanoseconds = nanoseconds * 10 + (from + i < end ? time.charAt(from + i) - '0' : 0);
        }
        return nanoseconds;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isZulu(char character) {
        return character == 'Z' || character == 'z';
    }
}
