package derrick.domain.sensor.exchange.table;

import static derrick.domain.sensor.exchange.table.Tables.OF_RIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.TimeSource;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.RowLog;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DerivedTimesTest {
    private static final TableOptions FROM_NOON = OF_RIG.withStart(Instant.parse("2026-03-01T12:00:00Z"));

    private final RowLog log = new RowLog();

    /** 1 m at 10 m/h is 6 minutes, 0.5 m at 60 m/h half a minute. */
    @Test
    void eachDistanceIsDrilledAtTheRateOfItsLowerEnd() {
        read("depth [m]|rop [m/h]", "100|99", "101|10", "101.5|60");

        assertThat(log.records())
                .extracting(SensorRecord::time)
                .containsExactly(
                        Instant.parse("2026-03-01T12:00:00Z"),
                        Instant.parse("2026-03-01T12:06:00Z"),
                        Instant.parse("2026-03-01T12:06:30Z"));
        assertThat(log.records()).extracting(SensorRecord::timeSource).containsOnly(TimeSource.DERIVED);
    }

    @Test
    void depthAndRateCountInStoredUnits() {
        read("Measured Depth ft|ROP ft/h", "1000|1", "1060|60");

        assertThat(log.records().get(1).time()).isEqualTo("2026-03-01T13:00:00Z");
    }

    @Test
    void timesAreRoundedToMicrosecondsWithoutGatheringError() {
        String[] lines = new String[3602];
        lines[0] = "depth [m]|rop [m/h]";
        for (int row = 1; row < lines.length; row++) {
            lines[row] = (row - 1) + "|7";
        }
        read(lines);

        assertThat(log.records().get(1).time()).isEqualTo("2026-03-01T12:08:34.285714Z");
        assertThat(log.records().get(3600).time())
                .isEqualTo(Instant.parse("2026-03-01T12:00:00Z")
                        .plusSeconds(1_851_428)
                        .plusNanos(571_429_000));
    }

    @ParameterizedTest
    @CsvSource({
        "|10, no depth",
        "100|10, is not below",
        "99.5|10, is not below",
        "101|, no rate of penetration above zero",
        "101|0, no rate of penetration above zero",
        "101|-5, no rate of penetration above zero",
        "101|1e-300, centuries",
        "101|0.0000005, centuries"
    })
    void aRowThatGetsNoTimeIsRejectedAndTheNextCoversItsDistance(String row, String reason) {
        read("depth [m]|rop [m/h]", "100|10", row, "102|10");

        assertThat(log.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.row()).isEqualTo(3);
            assertThat(reject.field()).isEqualTo("timestamp");
            assertThat(reject.reason()).contains(reason);
        });
        assertThat(log.records()).extracting(SensorRecord::time).endsWith(Instant.parse("2026-03-01T12:12:00Z"));
    }

    @Test
    void theClockGoesOnOverARowWhoseOtherValueIsWrong() {
        read("depth [m]|rop [m/h]|wob [t]", "100|10|1", "101|10|x", "102|20|1");

        assertThat(log.rejects()).extracting(Reject::field).containsExactly("wob [t]");
        assertThat(log.records()).extracting(SensorRecord::time).endsWith(Instant.parse("2026-03-01T12:09:00Z"));
    }

    @Test
    void aStartServesOnlyATableOfDepthAndRate() {
        assertThatThrownBy(() -> read("time|depth [m]|rop [m/h]", "2026-03-01T12:00:00Z|1|1"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("leave out --start");
        assertThatThrownBy(() -> read("depth [m]|wob [t]", "1|1"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("no column holds the rate of penetration");
        assertThatThrownBy(() -> Tables.open(
                        OF_RIG.withStart(Instant.parse("1970-01-01T00:00:00Z")), "depth [m]|rop [m/h]", "1|1"))
                .isInstanceOf(TableRefused.class)
                .hasMessage("the start time must lie between 1980 and 2200");
    }

    @Test
    void aRateThatIsNoSpeedIsToBeConvertedAndNotLeftOut() {
        assertThatThrownBy(() -> Tables.open(OF_RIG, "depth [m]|ROP min/m|wob [t]", "100|2|1", "101|2|1"))
                .isInstanceOfSatisfying(
                        TableRefused.class,
                        failure -> assertThat(failure.problems()).anySatisfy(problem -> {
                            assertThat(problem.text())
                                    .isEqualTo("column 'ROP min/m': the unit 'min/m' does not fit rop, from which the"
                                            + " times are derived; convert the column to 'm/h' (60 divided by the"
                                            + " value)");
                            assertThat(problem.remedies()).isEmpty();
                        }));
    }

    private void read(String... lines) {
        Tables.open(FROM_NOON, lines).readAll(log);
    }
}
