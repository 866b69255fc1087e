package derrick.domain.field;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Checks the values of fields. Each check returns the value. */
public final class Require {
    /** The maximal length of texts that have no smaller one. */
    public static final int MAX_TEXT_LENGTH = 1_000_000;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Require() {}

    /**
     * Requires a text of 1 to {@code maxLength} characters. A character outside the basic plane counts as one.
     *
     * @throws InvalidField if it is empty, too long, or contains NUL or an unpaired surrogate
     */
    public static String text(String field, String text, int maxLength) {
        if (text.isEmpty()) {
            throw new InvalidField(field, "must be 1 to %d characters".formatted(maxLength));
        }
        return textOrEmpty(field, text, maxLength);
    }

    /** Requires the same of a text that may be absent. */
    public static Optional<String> text(String field, Optional<String> text, int maxLength) {
        text.ifPresent(present -> text(field, present, maxLength));
        return text;
    }

    /**
     * Requires a text of at most {@code maxLength} characters, which may be empty.
     *
     * @throws InvalidField if it is too long, or contains NUL or an unpaired surrogate
     */
    public static String textOrEmpty(String field, String text, int maxLength) {
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw new InvalidField(field, "must be at most %d characters".formatted(maxLength));
        }
        if (text.codePoints().anyMatch(Require::isNotStorable)) {
            throw new InvalidField(field, "must not contain NUL or an unpaired surrogate");
        }
        return text;
    }

    /**
     * Requires a time in whole microseconds, in the years 1 to 9999, so that the database stores it exactly.
     *
     * @throws InvalidField if it is not
     */
    public static Instant time(String field, Instant time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw new InvalidField(field, "must not be finer than a microsecond");
        }
        if (time.isBefore(EARLIEST) || !time.isBefore(END)) {
            throw new InvalidField(field, "must lie in the years 1 to 9999");
        }
        return time;
    }

    /**
     * Requires a condition.
     *
     * @throws InvalidField if the condition is false
     */
    public static void that(boolean condition, String field, String reason) {
        if (!condition) {
            throw new InvalidField(field, reason);
        }
    }

    private static boolean isNotStorable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
