package derrick.persistence.sensor.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the character that parts the cells of a table: the one that stands equally often in the most lines. */
final class SeparatorDetector {
    private static final String SEPARATORS = ",;\t|";

    /** What spreadsheets write above a table to say how its cells are parted. */
    private static final String SAID = "sep=";

    private SeparatorDetector() {}

    /**
     * The separator of a table.
     *
     * @param beginning its first lines
     * @param whole whether this is all of it, so that the last line is no piece of one
     */
    static char find(String beginning, boolean whole) {
        if (beginning.startsWith(SAID) && beginning.length() > SAID.length()) {
            return beginning.charAt(SAID.length());
        }
        List<int[]> lines = count(beginning);
        if (!whole && lines.size() > 1) {
            lines.remove(lines.size() - 1);
        }
        return IntStream.range(0, SEPARATORS.length())
                .mapToObj(i -> Agreement.of(lines, i))
                .max(Comparator.naturalOrder())
                .map(best -> SEPARATORS.charAt(best.separator()))
                .orElseThrow();
    }

    /** How often each separator stands outside of quotes in each line that is not empty. */
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
     * How well a separator parts lines alike.
     *
     * @param lines how many lines hold it equally often
     * @param run how many of them stand below one another: lines above a table break the run of a wrong one
     * @param count how often it stands in each
     */
    private record Agreement(int separator, long lines, long run, int count) implements Comparable<Agreement> {
        static Agreement of(List<int[]> lines, int separator) {
            Map<Integer, Long> linesByCount = new HashMap<>();
            lines.stream()
                    .filter(line -> line[separator] > 0)
                    .forEach(line -> linesByCount.merge(line[separator], 1L, Long::sum));
            return linesByCount.entrySet().stream()
                    .map(found -> new Agreement(
                            separator, found.getValue(), longestRun(lines, separator, found.getKey()), found.getKey()))
                    .max(Comparator.naturalOrder())
                    .orElse(new Agreement(separator, 0, 0, 0));
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

        /** Of separators that agree equally well, the one that is named first is the largest. */
        @Override
        public int compareTo(Agreement other) {
            return Comparator.comparingLong(Agreement::lines)
                    .thenComparingLong(Agreement::run)
                    .thenComparingInt(Agreement::count)
                    .thenComparing(Agreement::separator, Comparator.reverseOrder())
                    .compare(this, other);
        }
    }
}
