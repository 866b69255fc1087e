package derrick.persistence.sensor.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the character that parts the cells of a table: the one that stands equally often in the most lines. */
final class SeparatorFinder {
    private static final String SEPARATORS = ",;\t|";

    /** What spreadsheets write above a table to say how its cells are parted. */
    private static final String SAID = "sep=";

    private SeparatorFinder() {}

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
        int best = 0;
        long mostLines = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            long agreeing = mostAlike(lines, i);
            if (agreeing > mostLines) {
                best = i;
                mostLines = agreeing;
            }
        }
        return SEPARATORS.charAt(best);
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
     * How many lines hold the separator equally often, as a weight: among separators of as many lines, the one that
     * stands more often in each counts more.
     */
    private static long mostAlike(List<int[]> lines, int separator) {
        Map<Integer, Long> linesByCount = new HashMap<>();
        lines.stream()
                .filter(line -> line[separator] > 0)
                .forEach(line -> linesByCount.merge(line[separator], 1L, Long::sum));
        return linesByCount.entrySet().stream()
                .mapToLong(entry -> (entry.getValue() << 16) + Math.min(entry.getKey(), 0xffff))
                .max()
                .orElse(0);
    }
}
