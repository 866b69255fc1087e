package derrick.domain.sensor.exchange;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the values of a document that were read as gaps, and the suspects: stored values that may mean "no value".
 * Spellings beyond the first hundred are counted together, as "others".
 */
public final class GapCounter {
    /** Absolute values that loggers and databases write for "no value". */
    private static final double[] SUSPECTS = {
        999.25,
        999.99,
        9999,
        9999.25,
        9999.99,
        32_767,
        65_535,
        99_999,
        99_999.99,
        999_999,
        999_999.99,
        9_999_999,
        99_999_999,
        999_999_999,
        2_147_483_647d,
        2_147_483_648d
    };

    /** No quantity of a rig is as large as this in any unit. */
    private static final double TOO_LARGE = 1e20;

    /** The most spellings that are counted separately, since each takes memory. */
    private static final int MOST_SPELLINGS = 100;

    private static final String OTHERS = "others";

    private final Map<String, Long> gaps = new TreeMap<>();
    private final Map<String, Long> suspects = new TreeMap<>();

    /** Whether a number may mean "no value". */
    public static boolean isSuspect(double number) {
        double size = Math.abs(number);
        if (size < SUSPECTS[0]) {
            return false;
        }
        for (double suspect : SUSPECTS) {
            if (suspect == size) {
                return true;
            }
        }
        return size >= TOO_LARGE;
    }

    /** @param written the text in the value's place */
    public void addGap(String written) {
        count(gaps, written);
    }

    /** @param name the column or field */
    public void addSuspect(String written, String name) {
        count(suspects, "%s in %s".formatted(written, name));
    }

    private static void count(Map<String, Long> counts, String spelling) {
        boolean isListed = counts.size() < MOST_SPELLINGS || counts.containsKey(spelling);
        counts.merge(isListed ? spelling : OTHERS, 1L, Long::sum);
    }

    public Map<String, Long> gaps() {
        return Map.copyOf(gaps);
    }

    public Map<String, Long> suspects() {
        return Map.copyOf(suspects);
    }
}
