package derrick.domain.page;

import java.time.Instant;
import java.util.Comparator;

/** The position of an entry in a list that is ordered by time and, for equal times, by ID. */
public record PageCursor(Instant time, long id) implements Comparable<PageCursor> {
    /** The position before all entries of a list that starts with the oldest. */
    public static final PageCursor OLDEST = new PageCursor(Instant.parse("0001-01-01T00:00:00Z"), Long.MIN_VALUE);

    /** The position before all entries of a list that starts with the newest. */
    public static final PageCursor NEWEST =
            new PageCursor(Instant.parse("9999-12-31T23:59:59.999999Z"), Long.MAX_VALUE);

    private static final Comparator<PageCursor> ORDER =
            Comparator.comparing(PageCursor::time).thenComparing(PageCursor::id);

    @Override
    public int compareTo(PageCursor other) {
        return ORDER.compare(this, other);
    }
}
