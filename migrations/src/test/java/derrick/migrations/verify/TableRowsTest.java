package derrick.migrations.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TableRowsTest {
    private static final List<String> COLUMNS = List.of("id", "name");

    @Test
    void theOrderOfRowsDoesNotCount() {
        assertThat(rows("1", "a", "2", "b").sameAs(rows("2", "b", "1", "a"))).isTrue();
        assertThat(rows("1", "a", "2", "b").differences(rows("2", "b", "1", "a")))
                .isEmpty();
    }

    @Test
    void equalRowsAreCounted() {
        assertThat(rows("1", "a", "1", "a").sameAs(rows("1", "a", "2", "b"))).isFalse();
        assertThat(rows("1", "a").differences(rows("1", "a", "1", "a"))).containsExactly("2 rows, not 1");
    }

    @Test
    void nullDiffersFromTheWordNull() {
        assertThat(rows("1", null).differences(rows("1", "NULL")))
                .containsExactly("name: 'NULL', not NULL (1 of 1 rows)");
    }

    @Test
    void swappedValuesAreFound() {
        assertThat(rows("1", "a", "2", "b").differences(rows("1", "b", "2", "a")))
                .containsExactly("its values are in different rows");
    }

    @Test
    void longValuesAreShortened() {
        assertThat(rows("1", "a".repeat(30)).differences(rows("1", "a\tb")))
                .containsExactly("name: 'a b', not '" + "a".repeat(23) + "…' (1 of 1 rows)");
    }

    @Test
    void columnsCanBeRemoved() {
        TableRows rows = rows("1", "a");

        assertThat(rows.without(List.of("id")))
                .isEqualTo(new TableRows(List.of("name"), List.of(List.of(Optional.of("a")))));
        assertThat(rows.columnsMissingIn(rows.without(List.of("id")))).containsExactly("id");
    }

    @Test
    void theGreatestNumberIgnoresNull() {
        assertThat(rows("9", "a", "10", "b", null, "c").greatest("id")).hasValue(10L);
        assertThat(rows(null, "a").greatest("id")).isEmpty();
    }

    private static TableRows rows(@Nullable String... values) {
        List<List<Optional<String>>> rows = new ArrayList<>();
        for (int at = 0; at < values.length; at += COLUMNS.size()) {
            rows.add(List.of(Optional.ofNullable(values[at]), Optional.ofNullable(values[at + 1])));
        }
        return new TableRows(COLUMNS, rows);
    }
}
