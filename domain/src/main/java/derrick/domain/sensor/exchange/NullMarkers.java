package derrick.domain.sensor.exchange;

import derrick.domain.quantity.DecimalText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/** The numbers and words that mean "no value"; numbers are compared before any unit is converted. */
public final class NullMarkers {
    /** Words for "no value" in exports of databases, spreadsheets and loggers, in lower case. */
    private static final Set<String> USUAL_WORDS = Set.of(
            "nan", "null", "(null)", "<null>", "\\n", "nil", "n/a", "na", "#n/a", "#na", "#value!", "#num!", "#ref!",
            "#null!", "#div/0!", "#name?", "-", "--", "---", "–", "none", "absent", "missing", "no data", "nodata",
            "?");

    /** The usual words, and numbers that no sensor reports. A depth may be 999.25, so 999.25 is not one of them. */
    public static final NullMarkers USUAL =
            new NullMarkers(new double[] {-999.25, -999, -9999, -9999.25, -8888, -32768}, USUAL_WORDS);

    private final double[] numbers;
    private final Set<String> words;

    private NullMarkers(double[] numbers, Set<String> words) {
        this.numbers = numbers;
        this.words = words;
    }

    /** Returns markers of these numbers and the usual words. */
    public static NullMarkers of(double... numbers) {
        return new NullMarkers(numbers.clone(), USUAL_WORDS);
    }

    /** Returns these markers and one more number. */
    public NullMarkers and(double number) {
        return new NullMarkers(
                DoubleStream.concat(DoubleStream.of(numbers), DoubleStream.of(number))
                        .toArray(),
                words);
    }

    /** Returns these markers and one more: a number, or else a word in upper or lower case. */
    public NullMarkers and(String text) {
        try {
            return and(DecimalText.parse(text.strip()));
        } catch (IllegalArgumentException noNumber) {
            Set<String> more = new TreeSet<>(words);
            more.add(folded(text));
            return new NullMarkers(numbers, Set.copyOf(more));
        }
    }

    /** Whether a number means "no value". */
    public boolean contain(double value) {
        for (double number : numbers) {
            if (number == value) {
                return true;
            }
        }
        return false;
    }

    /** Whether a stripped cell is empty, a word for "no value", or consists of asterisks. */
    public boolean isWord(String cell) {
        if (cell.isEmpty()) {
            return true;
        }
        char first = cell.charAt(0);
        boolean negative = first == '-' && cell.length() > 1 && cell.charAt(1) != '-';
        boolean likeNumber = negative || (first >= '0' && first <= '9');
        return !likeNumber && (words.contains(folded(cell)) || isAsterisks(cell));
    }

    private static boolean isAsterisks(String cell) {
        return cell.chars().allMatch(character -> character == '*');
    }

    private static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NullMarkers that && Arrays.equals(numbers, that.numbers) && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(numbers), words);
    }
}
