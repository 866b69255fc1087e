package derrick.domain.page;

import derrick.domain.field.Require;
import java.util.Optional;

/**
 * Which entries of a list are wanted.
 *
 * @param after the mark of the last entry that is not wanted any more, in the order of the list; empty for its start
 * @param limit how many at most, 1 to 1000
 */
public record Page(Optional<PageCursor> after, int limit) {
    public static final int LONGEST = 1000;

    /** @throws derrick.domain.field.InvalidField if the limit is another */
    public Page {
        Require.that(limit >= 1 && limit <= LONGEST, "limit", "must be 1 to " + LONGEST);
    }

    /** The start of a list. */
    public static Page first(int limit) {
        return new Page(Optional.empty(), limit);
    }

    /** What follows an entry. */
    public static Page after(PageCursor mark, int limit) {
        return new Page(Optional.of(mark), limit);
    }
}
