package derrick.domain.quantity;

/** Parses decimal numbers with an optional point and exponent. */
public final class DecimalText {
    private DecimalText() {}

    /**
     * Returns the double nearest to a number.
     *
     * @throws IllegalArgumentException if the text is not such a number, or the number is too large or too close to
     *     zero for a double; the message says what is valid
     */
    public static double parse(String text) {
        if (!text.chars().allMatch(DecimalText::isPartOfNumber)) {
            throw notANumber(text);
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw notANumber(text);
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("is too large: the largest number is about 1.8e308");
        }
        if (value == 0 && hasNonZeroDigit(text)) {
            throw new IllegalArgumentException("is too close to zero: the smallest number is about 4.9e-324");
        }
        return value;
    }

    /** Excludes what Double.parseDouble also accepts: hexadecimal digits, suffixes, NaN, Infinity. */
    private static boolean isPartOfNumber(int character) {
        return (character >= '0' && character <= '9') || "+-.eE".indexOf(character) >= 0;
    }

    private static boolean hasNonZeroDigit(String text) {
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
