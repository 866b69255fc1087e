package derrick.domain.sensor.exchange.table;

import static derrick.domain.sensor.exchange.table.Tables.OF_RIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.quantity.Unit;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorStatus;
import derrick.domain.sensor.TimeSource;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.RowLog;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SensorTableTest {
    private static final String NOON = "2026-03-01T12:00:00Z";

    private final RowLog log = new RowLog();

    @Test
    void valuesAreConvertedToTheStoredUnit() {
        read(OF_RIG, "Time|Torque kN.m|TOTGAS [Euc]|MTOUT K", NOON + "|12.5|0.25|273.15");

        assertThat(log.records())
                .containsExactly(SensorRecord.measured(
                        new RigId("F-9A"),
                        Instant.parse(NOON),
                        Readings.of(Map.of(
                                Channel.TORQUE, 12_500.0, Channel.TOTAL_GAS, 25.0, Channel.MUD_TEMPERATURE, 0.0))));
        assertThat(log.rows()).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "NaN", "nan", "-999.25", "-999", "-9999", "-9999.25", "-8888", "-32768", "-999.2500"})
    void aNullIsAGap(String cell) {
        read(OF_RIG, "Time|wob [t]|rpm [rpm]", NOON + "|" + cell + "|60");

        assertThat(log.records())
                .extracting(SensorRecord::readings)
                .containsExactly(Readings.of(Map.of(Channel.RPM, 60.0)));
    }

    @Test
    void aNullIsKnownByTheNumberInTheTable() {
        read(OF_RIG, "Time|WOB klbf|Torque kN.m", NOON + "|-999.25|-9.99925");

        assertThat(log.records())
                .extracting(SensorRecord::readings)
                .singleElement()
                .satisfies(readings -> {
                    assertThat(readings.has(Channel.WOB)).isFalse();
                    assertThat(readings.get(Channel.TORQUE)).hasValue(-9999.25);
                });
    }

    @Test
    void aDepthOf999IsNoNullUnlessItIsNamed() {
        read(OF_RIG, "Time|depth [m]|rpm [rpm]", NOON + "|999.25|60");
        read(OF_RIG.withNulls(NullMarkers.USUAL.and(999.25)), "Time|depth [m]|rpm [rpm]", NOON + "|999.25|60");
        read(OF_RIG.withNulls(NullMarkers.of()), "Time|depth [m]|rpm [rpm]", NOON + "|-999.25|60");

        assertThat(log.records())
                .extracting(record -> record.readings().get(Channel.DEPTH).orElse(Double.NaN))
                .containsExactly(999.25, Double.NaN, -999.25);
    }

    @Test
    void gapsAreCountedByWhatStoodThere() {
        SensorTable table =
                read(OF_RIG, "Time|wob [t]|rpm [rpm]|MSE", NOON + "|-999.25||-999.25", NOON + "|-999.25|1|");

        assertThat(table.gaps()).isEqualTo(Map.of("-999.25", 2L, "empty", 1L));
    }

    @ParameterizedTest
    @CsvSource({
        "NOON|x|1, wob [t], 'must be a number; if the word means no value, name it with --null'",
        "NOON|1x|1, wob [t], 'must be a number, such as 12.5 or 1e-3'",
        "NOON|1e999|1, wob [t], is too large: the largest number is about 1.8e308",
        "NOON|1|1e307, torque [kN.m], is too large to be converted to N.m",
        "NOON||, channels, no channel has a value",
        "|1|1, Time, is missing",
        "yesterday|1|1, Time, must be an RFC 3339 time such as 2026-03-01T12:00:00Z",
        "2026-02-30T12:00:00Z|1|1, Time, is not a time that exists: 2026-02-30T12:00:00Z",
        "2026-03-01T12:00:00.1234567Z|1|1, Time, must not be finer than a microsecond",
        "NOON|1, line, 'has 2 fields, but the header has 3'",
        "NOON|1|1|1, line, 'has 4 fields, but the header has 3'"
    })
    void aRowThatIsWrongIsRejectedWithItsLineAndColumn(String row, String field, String reason) {
        read(OF_RIG, "Time|wob [t]|torque [kN.m]", NOON + "|1|1", row.replace("NOON", NOON));

        assertThat(log.records()).hasSize(1);
        assertThat(log.rejects()).containsExactly(new Reject(3, field, reason));
    }

    @Test
    void whoseAndWhatARowIsMayStandInIt() {
        read(TableOptions.NONE, "rig_id|time|wob [t]|status|time_source", "F-15C|" + NOON + "|1|tripping|derived");

        assertThat(log.records())
                .containsExactly(new SensorRecord(
                        new RigId("F-15C"),
                        Instant.parse(NOON),
                        TimeSource.DERIVED,
                        Readings.of(Map.of(Channel.WOB, 1.0)),
                        new SensorStatus("tripping")));
    }

    @Test
    void aRowOfAnotherRigIsRejected() {
        read(OF_RIG, "rig_id|time|wob [t]", "F-9A|" + NOON + "|1", "F-15C|" + NOON + "|1", "|" + NOON + "|1");

        assertThat(log.rows()).containsExactly(2L, 4L);
        assertThat(log.rejects())
                .containsExactly(new Reject(3, "rig_id", "is 'F-15C', but the document is said to be of 'F-9A'"));
    }

    @Test
    void aStatusBehindAnApostropheIsReadWithoutIt() {
        read(OF_RIG, "time|wob [t]|status", NOON + "|1|'=1+1");

        assertThat(log.records()).extracting(record -> record.status().value()).containsExactly("=1+1");
    }

    @Test
    void timesWithoutOffsetNeedAZone() {
        String[] table = {"Time|wob [t]", "2026-03-01 12:00:00|1", "|2"};

        assertThatThrownBy(() -> read(OF_RIG, table))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("2026-03-01 12:00:00")
                .hasMessageContaining("--zone");
        read(OF_RIG.withZone(ZoneId.of("Europe/Oslo")), table);
        assertThat(log.records()).extracting(SensorRecord::time).containsExactly(Instant.parse("2026-03-01T11:00:00Z"));
    }

    @Test
    void aFewTimesWithoutOffsetAreRejectedRows() {
        read(OF_RIG, "Time|wob [t]", "2026-03-01 12:00:00|1", NOON + "|1");

        assertThat(log.rows()).containsExactly(3L);
        assertThat(log.rejects()).extracting(Reject::row).containsExactly(2L);
    }

    @Test
    void aTableNeedsAHeader() {
        assertThatThrownBy(() -> read(OF_RIG))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> read(OF_RIG, "Time|wob [t]\u0007"))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageContaining("control characters");
        read(OF_RIG, "Time|wob [t]");
        assertThat(log.rows()).isEmpty();
        assertThat(log.rejects()).isEmpty();
    }

    @Test
    void theFirstRowIsNoLineOfUnitsEvenIfItsWordsAreUnits() {
        read(TableOptions.NONE, "rig_id|time|wob [t]", "m|" + NOON + "|1");

        assertThat(log.rows()).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|klbf|ft|%",
                "Time|Weight on Bit|Hole Depth|Gas\n|klbf|ft|%",
                "|klbf|ft|%\nTime|Weight on Bit|Hole Depth|Gas",
                "timestamp|wob|depth|total_gas\n1|kips|FEET|%",
                "-|KLB|F|%",
                "UTC|[klbf]|(feet)|{%}",
                "UTC+01:00|klbf|ft|%||",
                "|klbf|ft|pct|"
            })
    void aRowOfUnitsIsFoundInTheSecondOrThirdLineAndIsNoRowOfData(String rows) {
        read(OF_RIG, ("timestamp|wob|depth|total_gas\n" + rows + "\n" + NOON + "|10|1000|1").split("\n"));

        assertThat(log.rejects()).isEmpty();
        assertThat(log.records())
                .extracting(SensorRecord::readings)
                .containsExactly(
                        Readings.of(Map.of(Channel.WOB, 4.5359237, Channel.DEPTH, 304.8, Channel.TOTAL_GAS, 1.0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOON|heavy|m",
                "2026-03-01|heavy|m",
                "1/3/2026 12:00|heavy|m",
                "12:00:00|heavy|m",
                "01-MAR-2026 noon|heavy|m",
                "1772366400|heavy|m",
                "|2|m",
                "|2,5|m",
                "||m",
                "-|-|-",
                "1|1|1",
                "||",
                "|NaN|drilling",
                "|N/A|t",
                "-----|-----|-----"
            })
    void aRowWithATimeOrANumberOrNothingIsNoRowOfUnits(String row) {
        read(OF_RIG, "Time|wob [t]|status", row.replace("NOON", NOON), NOON + "|2|drilling");

        assertThat(log.rejects()).extracting(Reject::row).containsExactly(2L);
        assertThat(log.rows()).containsExactly(3L);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC|kstone|ft_per_hr, wob, the unit 'kstone' is not known",
        "UTC|klbf|smoots, rop, the unit 'smoots' is not known",
        "|-|m/h, wob, the unit '-' is not known",
        "|1|m/h, wob, the unit '1' is not known",
        "|%|m/h, wob, the unit '%' does not fit wob",
        "||m/h, wob, has no unit"
    })
    void aUnitOfTheRowThatIsUnknownIsRefusedByTheColumnsName(String row, String column, String reason) {
        assertThatThrownBy(() -> read(OF_RIG, "Time|wob|rop", row, NOON + "|1|1"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("column '%s': %s", column, reason);
    }

    @Test
    void aRowOfUnitsMayEndBeforeTheHeader() {
        read(OF_RIG, "timestamp|wob|remark|", "|klbf", NOON + "|10||");

        assertThat(log.records())
                .extracting(SensorRecord::readings)
                .containsExactly(Readings.of(Map.of(Channel.WOB, 4.5359237)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC|t|rpm", "Time|wob [t]|rpm [rpm]", "UTC|kN|"})
    void aRowThatNamesAnotherUnitEndsTheTable(String row) {
        assertThatThrownBy(() -> read(OF_RIG, "Time|wob [klbf]|rpm [rpm]", NOON + "|10|60", row, NOON + "|4.5|60"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("column 'wob [klbf]': is in 'klbf' up to line 3, which names the unit");
        assertThat(log.rows()).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC|KLB|rpm", "Time|wob [klbf]|rpm [rpm]", "Time|Weight on Bit|", "UTC|heavy|m"})
    void aRowOfTheSameUnitsBetweenRowsIsRejected(String row) {
        read(OF_RIG, "Time|wob [klbf]|rpm [rpm]", NOON + "|10|60", row, NOON + "|11|60");

        assertThat(log.rows()).containsExactly(2L, 4L);
        assertThat(log.rejects()).extracting(Reject::row).containsExactly(3L);
    }

    @Test
    void aHeaderAndTheRowOfUnitsMustAgree() {
        read(OF_RIG, "Time|wob (klbf)", "UTC|KLB", NOON + "|10");
        assertThat(log.records())
                .extracting(record -> record.readings().get(Channel.WOB).orElse(Double.NaN))
                .containsExactly(4.5359237);

        String[] table = {"Time|wob (klbf)", "UTC|t", NOON + "|20"};
        assertThatThrownBy(() -> read(OF_RIG, table))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("its header says 'klbf' and the row of units 't'");
        assertThatThrownBy(() -> read(OF_RIG.withUnits(Map.of("wob (klbf)", "t")), table))
                .hasMessageContaining("--force-units");
        assertThat(read(OF_RIG.withUnitsForced(Map.of("wob (klbf)", "t")), table)
                        .mapping()
                        .readings())
                .extracting(TableColumn.Reading::unit)
                .containsExactly(Unit.TONNE_FORCE);
    }

    private SensorTable read(TableOptions options, String... lines) {
        SensorTable table = Tables.open(options, lines);
        table.readAll(log);
        return table;
    }
}
