package derrick.domain.page;

import java.time.Instant;
import java.util.Comparator;

/** The position of an entry in a list that is ordered by time, and by number where times are the same. */
public record Mark(Instant time, long id) implements Comparable<Mark> {
    /** Before every entry, for a list that starts with the oldest. */
    public static final Mark OLDEST = new Mark(Instant.parse("0001-01-01T00:00:00Z"), Long.MIN_VALUE);

    /** Behind every entry, for a list that starts with the newest. */
    public static final Mark NEWEST = new Mark(Instant.parse("9999-12-31T23:59:59.999999Z"), Long.MAX_VALUE);

    private static final Comparator<Mark> ORDER =
            Comparator.comparing(Mark::time).thenComparing(Mark::id);

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }
}
