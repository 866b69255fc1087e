package derrick.domain.sensor.exchange.table;

import static derrick.domain.sensor.exchange.table.Tables.OF_RIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each header that is listed in {@code column-headers.txt}, in a table of its own. */
final class ColumnHeadersTest {
    private static final String NOON = "2026-03-01T12:00:00Z";

    @ParameterizedTest
    @MethodSource("headers")
    void aHeaderHasOneOutcome(String line) {
        List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
        String outcome = cells.get(2);
        if (outcome.equals("refused")) {
            assertThatThrownBy(() -> column(cells))
                    .isInstanceOf(TableRefused.class)
                    .hasMessageStartingWith("column '%s': ", cells.get(0))
                    .hasMessageContaining(cells.get(3));
        } else if (outcome.equals("not kept")) {
            assertThat(column(cells))
                    .isInstanceOfSatisfying(
                            TableColumn.NotKept.class,
                            column -> assertThat(column.reason()).startsWith(cells.get(3)));
        } else {
            assertThat(column(cells)).isInstanceOfSatisfying(TableColumn.Reading.class, reading -> {
                assertThat(reading.channel().key()).isEqualTo(outcome);
                assertThat(reading.unit().symbol()).isEqualTo(cells.get(3));
                double stored = Double.parseDouble(cells.get(4));
                assertThat(reading.unit().to(reading.channel().unit()).apply(1))
                        .isEqualTo(stored, within(2 * Math.ulp(stored)));
            });
        }
    }

    @Test
    void thereAreMoreThanAHundredOfThem() throws IOException {
        assertThat(headers()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    private static TableColumn column(List<String> cells) {
        boolean vibration = cells.get(2).equals("vibration");
        String other = vibration ? "wob" : "vibration";
        String unit = vibration ? "t" : "g";
        String header = cells.get(0);
        String[] lines = cells.get(1).isEmpty()
                ? new String[] {"Time|%s|%s [%s]".formatted(header, other, unit), NOON + "|1|1"}
                : new String[] {
                    "Time|%s|%s".formatted(header, other), "UTC|%s|%s".formatted(cells.get(1), unit), NOON + "|1|1"
                };
        return Tables.open(OF_RIG, lines).mapping().columns().get(1);
    }

    private static List<String> headers() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ColumnHeadersTest.class.getResourceAsStream("column-headers.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
