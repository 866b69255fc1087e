package derrick.persistence.sensor.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import derrick.domain.quantity.Unit;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.TimeSource;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.RowLog;
import derrick.domain.sensor.exchange.table.SensorTable;
import derrick.domain.sensor.exchange.table.TableColumn;
import derrick.domain.sensor.exchange.table.TableOptions;
import derrick.domain.sensor.exchange.table.TableRefused;
import derrick.domain.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads real files. Expected values are computed by hand or by splitting lines at commas. */
final class RealTablesTest {
    private static final String DRILLING_2009 = "time/volve_15-9-F-9A_2009_drilling_time_30s.csv";
    private static final String TRIPPING_2016 = "time/volve_15-9-F-9A_2016_time_3s.csv";
    private static final TableOptions OF_RIG = TableOptions.NONE.withRig(new RigId("F-9A"));

    private final RowLog log = new RowLog();

    @Test
    void eachRowOf2009IsARecordOrARejectWithItsReason() throws IOException {
        List<Long> withValue = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        List<String> lines = Files.readAllLines(SharedData.file(DRILLING_2009));
        for (int i = 1; i < lines.size(); i++) {
            String values = lines.get(i).substring(lines.get(i).indexOf(','));
            (values.replace(",", "").isEmpty() ? without : withValue).add(i + 1L);
        }
        read(DRILLING_2009, OF_RIG);

        assertThat(log.rows()).isEqualTo(withValue);
        assertThat(log.rejects())
                .isEqualTo(without.stream()
                        .map(line -> new Reject(line, "channels", "no channel has a value"))
                        .toList());
    }

    @Test
    void eachValueOf2009IsConvertedToTheStoredUnit() throws IOException {
        List<Channel> channels =
                List.of(Channel.WOB, Channel.TORQUE, Channel.ROP, Channel.DEPTH, Channel.BIT_DEPTH, Channel.RPM);
        List<String> lines = Files.readAllLines(SharedData.file(DRILLING_2009));
        read(DRILLING_2009, OF_RIG);

        List<SensorRecord> records = log.records();
        List<Long> rows = log.rows();
        for (int i = 0; i < records.size(); i++) {
            SensorRecord record = records.get(i);
            String[] cells = lines.get((int) (rows.get(i) - 1)).split(",", -1);
            assertThat(record.time())
                    .isEqualTo(Instant.parse(cells[0].replace(' ', 'T').replace("+00:00", "Z")));
            for (int column = 0; column < channels.size(); column++) {
                Channel channel = channels.get(column);
                String cell = cells[column + 1];
                double factor = channel == Channel.TORQUE ? 1000 : 1;
                assertThat(record.readings().get(channel))
                        .as("line %d, %s", rows.get(i), channel)
                        .isEqualTo(
                                cell.isEmpty()
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(Double.parseDouble(cell) * factor));
            }
        }
    }

    @Test
    void theUnitLineOf2016IsRead() throws IOException {
        SensorTable table = read(TRIPPING_2016, OF_RIG);

        assertThat(table.mapping().readings())
                .containsExactly(
                        new TableColumn.Reading("BLOCKCOMP", Channel.BLOCK_POSITION, Unit.METRE),
                        new TableColumn.Reading("PITTOT", Channel.PIT_VOLUME, Unit.CUBIC_METRE),
                        new TableColumn.Reading("FLOWIN", Channel.MUD_FLOW, Unit.CUBIC_METRE_PER_SECOND),
                        new TableColumn.Reading("SURF_RPM", Channel.RPM, Unit.PER_SECOND),
                        new TableColumn.Reading("MWIN", Channel.MUD_DENSITY, Unit.KILOGRAM_PER_CUBIC_METRE),
                        new TableColumn.Reading("TORQUE_AVG", Channel.TORQUE, Unit.NEWTON_METRE),
                        new TableColumn.Reading("TOTGAS", Channel.TOTAL_GAS, Unit.FRACTION),
                        new TableColumn.Reading("WOB_AVG", Channel.WOB, Unit.NEWTON),
                        new TableColumn.Reading("PUMP", Channel.MUD_PRESSURE, Unit.PASCAL),
                        new TableColumn.Reading("BITDEP", Channel.BIT_DEPTH, Unit.METRE),
                        new TableColumn.Reading("HKLD_AVG", Channel.HOOK_LOAD, Unit.NEWTON),
                        new TableColumn.Reading("MTOUT", Channel.MUD_TEMPERATURE, Unit.KELVIN),
                        new TableColumn.Reading("ROP_AVG", Channel.ROP, Unit.METRE_PER_SECOND),
                        new TableColumn.Reading("Depth", Channel.DEPTH, Unit.METRE),
                        new TableColumn.Reading("FLOWOUT", Channel.MUD_FLOW_OUT, Unit.CUBIC_METRE_PER_SECOND));
        assertThat(table.mapping().notKept())
                .extracting(TableColumn.NotKept::header)
                .containsExactly(
                        "RigActivityCode",
                        "ROT_TIME",
                        "ONBOTTOM_TIME",
                        "GAINLOSSTOT",
                        "STRATE1",
                        "MSE",
                        "STRATE2",
                        "MWOUT",
                        "OFFBOTTOM_TIME",
                        "STRATE3",
                        "CHOKE_PRESS",
                        "FLOWOUTPC",
                        "STRATESUM",
                        "BIT_RPM_AVG",
                        "MTIN",
                        "LINEWEAR");
        assertThat(log.rejects()).isEmpty();
        assertThat(log.records()).hasSize(33_293);
    }

    /** Line 3: 27164.39 N / 9806.65, 172983.08 Pa / 1e5, 0 K, 646575.5 N / 9806.65, 0.00026294743 m3/s * 60000. */
    @Test
    void theFirstRowOf2016IsConverted() throws IOException {
        read(TRIPPING_2016, OF_RIG);

        assertThat(log.rows().get(0)).isEqualTo(3);
        assertThat(log.records().get(0).time()).isEqualTo("2016-09-29T00:06:28Z");
        Readings readings = log.records().get(0).readings();
        assertThat(readings.get(Channel.WOB).orElseThrow()).isCloseTo(2.769997, within(1e-6));
        assertThat(readings.get(Channel.MUD_PRESSURE).orElseThrow()).isCloseTo(1.7298308, within(1e-12));
        assertThat(readings.get(Channel.MUD_TEMPERATURE)).hasValue(-273.15);
        assertThat(readings.get(Channel.HOOK_LOAD).orElseThrow()).isCloseTo(65.932352, within(1e-6));
        assertThat(readings.get(Channel.MUD_FLOW_OUT).orElseThrow()).isCloseTo(15.7768458, within(1e-12));
        assertThat(readings.get(Channel.MUD_DENSITY)).hasValue(1);
        assertThat(readings.get(Channel.PIT_VOLUME)).hasValue(317.79428);
        assertThat(readings.get(Channel.TORQUE)).hasValue(7.242647);
        assertThat(readings.get(Channel.DEPTH)).hasValue(1206);
        assertThat(readings.get(Channel.BIT_DEPTH)).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"depth/USROP_A_1_N-S_F-7d.csv", "depth/USROP_A_6_N-SH_F-9d.csv"})
    void aTableByDepthWithoutAStartIsRejected(String name) {
        SharedData.file(name);

        assertThatThrownBy(() -> read(name, OF_RIG))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("is indexed by depth ('Measured Depth m') and has no times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"depth/USROP_A_1_N-S_F-7d.csv", "depth/USROP_A_6_N-SH_F-9d.csv"})
    void timesByDepthAreDerivedFromTheStartAndTheRate(String name) throws IOException {
        Instant start = Instant.parse("2009-06-01T00:00:00Z");
        List<String> lines = Files.readAllLines(SharedData.file(name));
        double hours = 0;
        for (int i = 2; i < lines.size(); i++) {
            hours += (depth(lines.get(i)) - depth(lines.get(i - 1)))
                    / Double.parseDouble(lines.get(i).split(",", -1)[5]);
        }
        read(name, OF_RIG.withStart(start));

        assertThat(log.rejects()).isEmpty();
        assertThat(log.records()).hasSize(lines.size() - 1);
        assertThat(log.records()).extracting(SensorRecord::timeSource).containsOnly(TimeSource.DERIVED);
        assertThat(log.records().get(0).time()).isEqualTo(start);
        assertThat(log.records()).isSortedAccordingTo(Comparator.comparing(SensorRecord::time));
        assertThat(log.records().get(log.records().size() - 1).time())
                .isBetween(start.plusMillis((long) (hours * 3.6e6) - 1), start.plusMillis((long) (hours * 3.6e6) + 2));
    }

    private static double depth(String line) {
        return Double.parseDouble(line.split(",", -1)[1]);
    }

    private SensorTable read(String name, TableOptions options) throws IOException {
        Path file = SharedData.file(name);
        try (InputStream document = Files.newInputStream(file)) {
            SensorTable table = new CsvTableReader().open(document, options);
            table.readAll(log);
            return table;
        }
    }
}
