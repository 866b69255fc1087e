package derrick.persistence.sensor.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorSamples;
import derrick.domain.sensor.SensorStatus;
import derrick.domain.sensor.TimeSource;
import derrick.domain.sensor.exchange.RowLog;
import derrick.domain.sensor.exchange.table.TableOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SensorWritersTest {
    private static final RigId RIG = new RigId("F-9A");
    private static final SensorRecord RECORD = new SensorRecord(
            RIG,
            Instant.parse("2026-03-01T12:00:00.250Z"),
            TimeSource.DERIVED,
            Readings.of(Map.of(Channel.DEPTH, 1206.0, Channel.WOB, 0.1)),
            new SensorStatus("on \"bottom\", ok"));

    @Test
    void ndjsonOmitsGaps() {
        assertThat(Documents.written(new NdjsonSensorWriter(), List.of(RECORD, RECORD)))
                .isEqualTo(
                        ("{\"rig_id\":\"F-9A\",\"timestamp\":\"2026-03-01T12:00:00.250Z\",\"depth\":1206.0,\"wob\":0.1,"
                                        + "\"status\":\"on \\\"bottom\\\", ok\",\"time_source\":\"derived\"}\n")
                                .repeat(2));
    }

    @Test
    void csvHasUnitsInTheHeaderAndEmptyCellsForGaps() {
        assertThat(Documents.written(new CsvSensorWriter(), List.of(RECORD))).isEqualTo("""
                        rig_id,timestamp,depth [m],bit_depth [m],block_position [m],wob [t],hook_load [t],rpm [1/min],\
                        torque [N.m],rop [m/h],mud_flow [L/min],mud_flow_out [L/min],mud_pressure [bar],\
                        mud_temperature [degC],mud_density [g/cm3],pit_volume [m3],total_gas [%],gamma_ray [gAPI],\
                        resistivity [ohm.m],density [g/cm3],porosity [v/v],vibration [g],status,time_source
                        F-9A,2026-03-01T12:00:00.250Z,1206.0,,,0.1,,,,,,,,,,,,,,,,,"on ""bottom"", ok",derived
                        """);
    }

    @Test
    void aDocumentWithoutRecordsIsAHeaderOrEmpty() {
        assertThat(Documents.written(new NdjsonSensorWriter(), List.of())).isEmpty();
        assertThat(Documents.written(new CsvSensorWriter(), List.of()))
                .startsWith("rig_id,")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"2e-3, 0.002", "2e23, 2.0E23", "0.3, 0.3", "1e21, 1.0E21", "-0.0, -0.0"})
    void aDoubleIsWrittenWithTheFewestDigits(double value, String text) {
        SensorRecord record = SensorSamples.depth(RIG, SensorSamples.NOON, value);

        assertThat(Documents.written(new NdjsonSensorWriter(), List.of(record))).contains("\"depth\":" + text + ",");
        assertThat(Documents.written(new CsvSensorWriter(), List.of(record))).contains("Z," + text + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x"})
    void csvContainsNoFormula(String text) {
        SensorRecord record = new SensorRecord(
                RIG, SensorSamples.NOON, TimeSource.MEASURED, RECORD.readings(), new SensorStatus(text));

        assertThat(Documents.written(new CsvSensorWriter(), List.of(record))).contains(",'" + text + ",");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void writtenRecordsAreReadBackExactly(long seed) {
        List<SensorRecord> records = new ArrayList<>(SensorSamples.everyKind(RIG));
        records.addAll(SensorSamples.random(seed, RIG, 1000));
        records.addAll(withAnyStatus(seed));

        RowLog ndjson =
                Documents.read(JsonSensorReader.ofNdjson(), Documents.written(new NdjsonSensorWriter(), records));
        RowLog csv = Documents.readTable(Documents.written(new CsvSensorWriter(), records), TableOptions.NONE);

        assertThat(ndjson.rejects()).isEmpty();
        assertThat(ndjson.records()).isEqualTo(records);
        assertThat(csv.rejects()).isEmpty();
        assertThat(csv.records()).isEqualTo(records);
    }

    private static LongStream seeds() {
        return SensorSamples.seeds();
    }

    /** Rigs and statuses with characters that are special in documents. */
    private static List<SensorRecord> withAnyStatus(long seed) {
        Random random = new Random(seed);
        String characters = "=+-@'\",;\\{}[] \t\uFEFF\u2028\u0085#aé中\uD834\uDD1E".replace("\t", "");
        int[] codePoints = characters.codePoints().toArray();
        List<SensorRecord> records = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            StringBuilder status = new StringBuilder();
            int length = 1 + random.nextInt(20);
            for (int at = 0; at < length; at++) {
                status.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
            }
            records.add(new SensorRecord(
                    new RigId(random.nextBoolean() ? "-1" : "."),
                    SensorSamples.NOON.plusSeconds(i),
                    TimeSource.MEASURED,
                    RECORD.readings(),
                    new SensorStatus(status.toString())));
        }
        return records;
    }
}
