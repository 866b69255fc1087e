package derrick.domain.page;

import derrick.domain.field.Require;
import java.util.Optional;

/**
 * The part of a list that is requested.
 *
 * @param after the last entry before the page, in the order of the list; empty for the first page
 * @param limit the largest number of entries, 1 to 1000
 */
public record Page(Optional<PageCursor> after, int limit) {
    public static final int MAX_LIMIT = 1000;

    /** @throws derrick.domain.field.InvalidField if the limit is out of range */
    public Page {
        Require.that(limit >= 1 && limit <= MAX_LIMIT, "limit", "must be 1 to " + MAX_LIMIT);
    }

    /** Returns the first page. */
    public static Page first(int limit) {
        return new Page(Optional.empty(), limit);
    }

    /** Returns the page after an entry. */
    public static Page after(PageCursor cursor, int limit) {
        return new Page(Optional.of(cursor), limit);
    }
}
