package derrick.domain.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads lists page by page, for the tests of whoever keeps them. */
public final class Pages {
    private Pages() {}

    /** A list from its start to its end; no page of it is longer than was asked. */
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
