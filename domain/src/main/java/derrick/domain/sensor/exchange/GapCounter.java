package derrick.domain.sensor.exchange;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the values of a document that were read as gaps, and those that were kept but may have been meant as gaps.
 * Spellings beyond the first hundred are counted together, as "others".
 */
public final class GapCounter {
    /** Sizes of numbers that loggers and databases put where there is no value. */
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

    /** What no quantity of a rig reaches in any unit. */
    private static final double TOO_LARGE = 1e20;

    /** How many spellings are counted one by one: a document could hold a million of them, and each takes memory. */
    private static final int MOST_SPELLINGS = 100;

    private static final String OTHERS = "others";

    private final Map<String, Long> gaps = new TreeMap<>();
    private final Map<String, Long> suspects = new TreeMap<>();

    /** Whether a number is so odd that it may mean "no value". */
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

    /** @param written what stood in the value's place */
    public void addGap(String written) {
        count(gaps, written);
    }

    /** @param name the column or field that it stands in */
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
