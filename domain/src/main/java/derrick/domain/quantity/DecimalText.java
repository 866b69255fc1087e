package derrick.domain.quantity;

/** Reads numbers as data files write them: decimal digits, a point, an exponent. */
public final class DecimalText {
    private DecimalText() {}

    /**
     * The double nearest to the number written.
     *
     * @throws IllegalArgumentException if it is no such number, or its size is beyond what a double can hold, either
     *     way; the message says what is right
     */
    public static double parse(String text) {
        if (!text.chars().allMatch(DecimalText::isPartOfNumber)) {
            throw notANumber(text);
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            throw notANumber(text);
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("is too large: the largest number is about 1.8e308");
        }
        if (value == 0 && writesMoreThanZero(text)) {
            throw new IllegalArgumentException("is too close to zero: the smallest number is about 4.9e-324");
        }
        return value;
    }

    /** Double.parseDouble takes more than files should hold: hexadecimal digits, suffixes, NaN, Infinity. */
    private static boolean isPartOfNumber(int character) {
        return (character >= '0' && character <= '9') || "+-.eE".indexOf(character) >= 0;
    }

    private static boolean writesMoreThanZero(String text) {
        return text.chars()
                .takeWhile(character -> character != 'e' && character != 'E')
                .anyMatch(character -> character >= '1' && character <= '9');
    }

    private static IllegalArgumentException notANumber(String text) {
        return new IllegalArgumentException(
                text.indexOf(',') >= 0
                        ? "must be a number, written with a point and without commas"
                        : "must be a number, such as 12.5 or 1e-3");
    }
}
