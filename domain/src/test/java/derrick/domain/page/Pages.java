package derrick.domain.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads lists page by page for tests. */
public final class Pages {
    private Pages() {}

    /** Returns all entries of a list, and checks that no page is longer than the limit. */
    public static <T> List<T> all(int limit, Function<Page, List<T>> list, Function<T, PageCursor> cursor) {
        List<T> all = new ArrayList<>();
        List<T> page = list.apply(Page.first(limit));
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            page = list.apply(Page.after(cursor.apply(page.get(page.size() - 1)), limit));
        }
        return all;
    }
}
