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
    /** Words that stand for no value in the exports of databases, spreadsheets and loggers, in small letters. */
    private static final Set<String> USUAL_WORDS = Set.of(
            "nan", "null", "(null)", "<null>", "\\n", "nil", "n/a", "na", "#n/a", "#na", "#value!", "#num!", "#ref!",
            "#null!", "#div/0!", "#name?", "-", "--", "---", "–", "none", "absent", "missing", "no data", "nodata",
            "?");

    /** Those that no sensor can report. 999.25 is not among them, since a depth may well be 999.25. */
    public static final NullMarkers USUAL =
            new NullMarkers(new double[] {-999.25, -999, -9999, -9999.25, -8888, -32768}, USUAL_WORDS);

    private final double[] numbers;
    private final Set<String> words;

    private NullMarkers(double[] numbers, Set<String> words) {
        this.numbers = numbers;
        this.words = words;
    }

    /** These numbers and no others, and the usual words. */
    public static NullMarkers of(double... numbers) {
        return new NullMarkers(numbers.clone(), USUAL_WORDS);
    }

    /** These and one more number. */
    public NullMarkers and(double number) {
        return new NullMarkers(
                DoubleStream.concat(DoubleStream.of(numbers), DoubleStream.of(number))
                        .toArray(),
                words);
    }

    /** These and what a text says: one more number if it is one, else one more word, in letters of any size. */
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

    /** Whether a cell without blanks around it is empty or holds a word for "no value", or asterisks alone. */
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
