package derrick.ops;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A word that is not known, and which of the known ones may have been meant. */
public record Misspelling(String word) {
    private static final int MOST_SLIPS = 2;

    /** The known word that is fewest slips of the hand away; none if it takes more than a slip or two. */
    Optional<String> meant(Collection<String> known) {
        return known.stream().filter(this::isNear).min(Comparator.comparingInt(this::slipsTo));
    }

    /** The known words that are fewest slips away, without repetition; empty if all take more than a slip or two. */
    public List<String> allMeant(Collection<String> known) {
        int fewest = meant(known).map(this::slipsTo).orElse(0);
        return known.stream()
                .filter(this::isNear)
                .filter(other -> slipsTo(other) == fewest)
                .distinct()
                .toList();
    }

    private boolean isNear(String other) {
        int slips = slipsTo(other);
        return slips <= MOST_SLIPS && 2 * slips < word.length();
    }

    /** How many letters are missing, too many, wrong, or have changed places with the next. */
    private int slipsTo(String other) {
        int[][] slips = new int[word.length() + 1][other.length() + 1];
        for (int i = 0; i <= word.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : cheapest(slips, other, i, j);
            }
        }
        return slips[word.length()][other.length()];
    }

    private int cheapest(int[][] slips, String other, int i, int j) {
        int wrong = word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int cheapest = Math.min(slips[i - 1][j - 1] + wrong, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
        boolean changedPlaces = i > 1
                && j > 1
                && word.charAt(i - 1) == other.charAt(j - 2)
                && word.charAt(i - 2) == other.charAt(j - 1);
        return changedPlaces ? Math.min(cheapest, slips[i - 2][j - 2] + 1) : cheapest;
    }
}
