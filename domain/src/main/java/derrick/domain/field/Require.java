package derrick.domain.field;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What entities require of their fields. Each returns the value it was given. */
public final class Require {
    /** The most characters that a text without a length of its own may have. */
    public static final int LONGEST_TEXT = 1_000_000;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");

    private Require() {}

    /**
     * A text of at least one character and at most so many, counted as people count them.
     *
     * @throws InvalidField if it is empty, too long, or holds what no table keeps: a NUL or half a character
     */
    public static String text(String field, String text, int longest) {
        if (text.isEmpty()) {
            throw new InvalidField(field, "must be 1 to %d characters".formatted(longest));
        }
        return textOrNothing(field, text, longest);
    }

    /** As {@link #text}, if there is one. */
    public static Optional<String> text(String field, Optional<String> text, int longest) {
        text.ifPresent(present -> text(field, present, longest));
        return text;
    }

    /**
     * A text that may be empty and has at most so many characters.
     *
     * @throws InvalidField if it is too long or holds what no table keeps: a NUL or half a character
     */
    public static String textOrNothing(String field, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new InvalidField(field, "must be at most %d characters".formatted(longest));
        }
        if (text.codePoints().anyMatch(Require::isNoCharacter)) {
            throw new InvalidField(field, "must hold neither the character NUL nor half a character");
        }
        return text;
    }

    /**
     * A time that is kept to its last digit: in whole microseconds, in the years 1 to 9999.
     *
     * @throws InvalidField if it is another
     */
    public static Instant time(String field, Instant time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw new InvalidField(field, "must not be finer than a microsecond");
        }
        if (time.isBefore(EARLIEST) || !time.isBefore(TOO_LATE)) {
            throw new InvalidField(field, "must lie in the years 1 to 9999");
        }
        return time;
    }

    /**
     * Anything else that must hold of a field.
     *
     * @throws InvalidField if it does not
     */
    public static void that(boolean holds, String field, String reason) {
        if (!holds) {
            throw new InvalidField(field, reason);
        }
    }

    private static boolean isNoCharacter(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
