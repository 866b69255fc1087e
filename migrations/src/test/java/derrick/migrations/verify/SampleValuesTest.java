package derrick.migrations.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SampleValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "character varying(20)",
                "bytea",
                "integer",
                "bigint",
                "double precision",
                "numeric(8,2)",
                "timestamp with time zone",
                "date",
                "jsonb",
                "uuid",
                "inet",
                "interval"
            })
    void theBestValuesOfRowsAreDistinct(String type) {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(row -> new SampleValues(type, row, 0)
                                .typical(List.of(), List.of())
                                .get(0)))
                .doesNotHaveDuplicates();
    }

    @Test
    void literalsOfChecksAreTriedFirstAsTextAndLastAsNumber() {
        assertThat(new SampleValues("text", 0, 0).typical(List.of("new", "worn"), List.of("32")))
                .startsWith("new", "worn")
                .anyMatch(value -> value.matches("[0-9a-f]{32}"));
        assertThat(new SampleValues("integer", 7, 2).typical(List.of(), List.of("0.5", "100")))
                .containsExactly("9", "0", "1", "100");
        assertThat(new SampleValues("mood", 1, 0).typical(List.of("sad", "ok"), List.of()))
                .containsExactly("ok", "sad");
    }

    @Test
    void theLongestTextFillsItsColumn() {
        assertThat(IntStream.range(0, 4)
                        .mapToObj(row -> new SampleValues("character varying(20)", row, 0).edgeCases())
                        .flatMap(List::stream)
                        .mapToInt(value -> value.codePointCount(0, value.length())))
                .contains(20);
    }

    @Test
    void edgeCasesReachTheLimitsOfNumbers() {
        assertThat(new SampleValues("smallint", 0, 0).edgeCases()).contains("-32768", "32767");
        assertThat(new SampleValues("double precision", 0, 0).edgeCases()).contains("-0", "5e-324");
        assertThat(new SampleValues("boolean", 0, 0).edgeCases()).containsExactlyInAnyOrder("true", "false");
    }

    @Test
    void differentRowsBeginWithDifferentEdgeCases() {
        assertThat(new SampleValues("integer", 0, 0).edgeCases().get(0))
                .isNotEqualTo(new SampleValues("integer", 1, 0).edgeCases().get(0));
    }
}
