package derrick.persistence.sensor.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Detects the separator of a table: the character that occurs equally often in the most lines. */
final class SeparatorDetector {
    private static final String SEPARATORS = ",;\t|";

    /** The line with which spreadsheets name the separator. */
    private static final String SEPARATOR_LINE = "sep=";

    private SeparatorDetector() {}

    /**
     * Returns the separator of a table.
     *
     * @param beginning the first lines
     * @param whole whether this is the whole table, so that the last line is complete
     */
    static char find(String beginning, boolean whole) {
        if (beginning.startsWith(SEPARATOR_LINE) && beginning.length() > SEPARATOR_LINE.length()) {
            return beginning.charAt(SEPARATOR_LINE.length());
        }
        List<int[]> lines = count(beginning);
        if (!whole && lines.size() > 1) {
            lines.remove(lines.size() - 1);
        }
        return IntStream.range(0, SEPARATORS.length())
                .mapToObj(i -> Uniformity.of(lines, i))
                .max(Comparator.naturalOrder())
                .map(best -> SEPARATORS.charAt(best.separator()))
                .orElseThrow();
    }

    /** Returns how often each separator occurs outside of quotes, for each line that is not empty. */
    private static List<int[]> count(String text) {
        List<int[]> lines = new ArrayList<>();
        int[] line = new int[SEPARATORS.length()];
        boolean quoted = false;
        boolean atStart = true;
        boolean empty = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int separator = SEPARATORS.indexOf(character);
            if (character == '"') {
                quoted = quoted ? false : atStart;
            } else if (!quoted && character == '\n') {
                if (!empty) {
                    lines.add(line);
                }
                line = new int[SEPARATORS.length()];
                empty = true;
            } else if (!quoted && separator >= 0) {
                line[separator]++;
            }
            atStart = !quoted && (separator >= 0 || character == '\n');
            empty = character == '\n' ? empty : false;
        }
        if (!empty) {
            lines.add(line);
        }
        return lines;
    }

    /**
     * The number of lines in which a separator occurs equally often.
     *
     * @param lines the lines with the most common count
     * @param run the most of them that are consecutive; lines above the table interrupt those of a wrong separator
     * @param count its count in each of these lines
     */
    private record Uniformity(int separator, long lines, long run, int count) implements Comparable<Uniformity> {
        static Uniformity of(List<int[]> lines, int separator) {
            Map<Integer, Long> linesByCount = new HashMap<>();
            lines.stream()
                    .filter(line -> line[separator] > 0)
                    .forEach(line -> linesByCount.merge(line[separator], 1L, Long::sum));
            return linesByCount.entrySet().stream()
                    .map(found -> new Uniformity(
                            separator, found.getValue(), longestRun(lines, separator, found.getKey()), found.getKey()))
                    .max(Comparator.naturalOrder())
                    .orElse(new Uniformity(separator, 0, 0, 0));
        }

        private static long longestRun(List<int[]> lines, int separator, int count) {
            long longest = 0;
            long run = 0;
            for (int[] line : lines) {
                run = line[separator] == count ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
            return longest;
        }

        /** Orders the best separator last; of equal ones, the first in {@code SEPARATORS}. */
        @Override
        public int compareTo(Uniformity other) {
            return Comparator.comparingLong(Uniformity::lines)
                    .thenComparingLong(Uniformity::run)
                    .thenComparingInt(Uniformity::count)
                    .thenComparing(Uniformity::separator, Comparator.reverseOrder())
                    .compare(this, other);
        }
    }
}
