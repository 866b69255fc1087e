package derrick.domain.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.field.InvalidField;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 1001})
    void theLimitOfAPageIs1To1000(int limit) {
        assertThatThrownBy(() -> Page.first(limit))
                .isInstanceOf(InvalidField.class)
                .hasMessage("limit must be 1 to 1000");
    }

    @Test
    void cursorsOfTheSameTimeAreOrderedById() {
        PageCursor first = new PageCursor(NOON, 9);

        assertThat(first).isLessThan(new PageCursor(NOON, 10)).isGreaterThan(new PageCursor(NOON, 8));
        assertThat(first).isLessThan(new PageCursor(NOON.plusNanos(1000), 1)).isGreaterThan(PageCursor.OLDEST);
        assertThat(first).isLessThan(PageCursor.NEWEST);
    }
}
