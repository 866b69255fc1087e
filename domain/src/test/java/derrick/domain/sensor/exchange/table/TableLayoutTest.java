package derrick.domain.sensor.exchange.table;

import static derrick.domain.sensor.exchange.table.Tables.OF_RIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.RowLog;
import derrick.domain.sensor.exchange.table.TableOptions.TableLayout;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as they are written: what stands above the header, decimals, words for no value, several wells. */
final class TableLayoutTest {
    private static final String NOON = "2026-03-01T12:00:00Z";

    private final RowLog log = new RowLog();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Well: X-1\nRig: R1\ntime|wob [t]",
                "sep=;\ntime|wob [t]",
                "Well|X-1|||\nDate|2026-03-01|||\n|||||\ntime|wob [t]",
                "# exported by a logger\n#time|wob [t]",
                "Depth unit|m\nTime zone|UTC\ntime|wob [t]"
            })
    void aHeaderIsFoundBelowWhatStandsAboveIt(String header) {
        SensorTable table = read(OF_RIG, (header + "\n" + NOON + "|12.5").split("\n"));

        assertThat(table.headerLine()).isEqualTo(header.lines().count());
        assertThat(values(Channel.WOB)).containsExactly(OptionalDouble.of(12.5));
    }

    @Test
    void whereNoNameIsKnownTheHeaderIsTheFirstLineWithTheCellsOfMost() {
        assertThatThrownBy(() -> read(OF_RIG, "Well: X-1", "A|B|C", "1|2|3", "4|5|6"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("The columns are 'A', 'B', 'C'");
    }

    @Test
    void aHeaderMayBeNamedByItsLine() {
        TableOptions options = OF_RIG.withTargets(Map.of("T", "timestamp"))
                .withLayout(new TableLayout(Optional.empty(), Optional.empty(), Optional.of(2L)));
        read(options, "T|wob [kN]", "T|wob [t]", NOON + "|12.5");

        assertThat(values(Channel.WOB)).containsExactly(OptionalDouble.of(12.5));
        assertThatThrownBy(() -> read(options, "T|wob [t]"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("--header-line");
    }

    @Test
    void aHeaderThatIsBrokenOverLinesIsOneName() {
        assertThat(read(OF_RIG, "time|WOB\r(t)", NOON + "|1").mapping().readings())
                .extracting(TableColumn.Reading::header)
                .containsExactly("WOB (t)");
    }

    @Test
    void blanksAreReplacedOnlyWhereNoCellCanBeEmpty() {
        assertThat(refusal("time WOB", NOON + " 12.5")).contains("s/ +/;/g' FILE does");
        assertThat(refusal("time                   WOB[t]", NOON + "   12.5", NOON + "  112.5"))
                .contains("s/ +/;/g'");
        assertThat(refusal("  DATE       TIME   WOB[t]", "2026-03-01 12:00:00   12.5"))
                .contains("s/ +/;/g'");
        assertThat(refusal("time                 Hole Depth m  wob [t]", "2026-03-01 12:00:00        12.5   1.5"))
                .contains("s/  +/;/g'");
        assertThat(refusal(
                        "time                  WOB  ROP  remark",
                        NOON + "  12   10  on bottom",
                        NOON + "       10  off"))
                .contains("empty cells cannot be told");
        assertThat(refusal(
                        "time                  WOB  ROP remark",
                        NOON + "  12   10 drilling",
                        NOON + "       10 off bottom"))
                .as("as many words, but in other columns")
                .contains("empty cells cannot be told");
        assertThat(refusal("DATE       TIME     WOB[t]", "2026-03-01 12:00:00    10|5"))
                .as("decimal commas that look like separators")
                .contains("empty cells cannot be told");
    }

    private static String refusal(String... lines) {
        return String.valueOf(catchThrowableOfType(TableRefused.class, () -> Tables.open(OF_RIG, lines))
                .getMessage());
    }

    @Test
    void separatorsAtTheEndOfARowAreNothing() {
        read(OF_RIG, "time|wob [t]", NOON + "|1|", NOON + "|2||", NOON + "|3|x", NOON);

        assertThat(log.rows()).containsExactly(2L, 3L);
        assertThat(log.rejects()).extracting(Reject::row).containsExactly(4L, 5L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"12,5;3", "0,125;3", "-,5;3", "1234,567;3", "1,5e3;3", "1,234;2,5"})
    void decimalCommasAreKnownByTheirDigits(String one, String other) {
        read(OF_RIG, "time|wob [t]|rop [m/h]", NOON + "|" + one + "|" + other);

        assertThat(log.rejects()).isEmpty();
        assertThat(values(Channel.WOB)).containsExactly(OptionalDouble.of(Double.parseDouble(one.replace(',', '.'))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,234;2;may be 1234, or 1.234 with --decimal comma",
                "1,234;2.5;'1,234' have thousands separators",
                "1,234.5;2;'1,234.5' have thousands separators",
                "1.234,5;2;'1.234,5' have thousands separators",
                "1 234;2;'1 234' have thousands separators",
                "12,5;2.5;decimal commas, such as '12,5', and points, such as '2.5'"
            })
    void numbersThatMayBeReadInTwoWaysAreRefused(String one, String other, String reason) {
        assertThatThrownBy(() -> read(OF_RIG, "time|wob [t]|rop [m/h]", NOON + "|" + one + "|" + other))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void theDecimalSignThatIsNamedIsTaken() {
        read(decimal(','), "time|wob [t]", NOON + "|1,234", NOON + "|2.5", NOON + "|1.234");
        read(decimal('.'), "time|wob [t]", NOON + "|1,234");

        assertThat(values(Channel.WOB)).containsExactly(OptionalDouble.of(1.234));
        assertThat(log.rejects())
                .extracting(Reject::reason)
                .containsExactly(
                        "must be a number with a decimal comma, as the others are: 2.5",
                        "has a thousands separator: 1.234; write it without",
                        "has a thousands separator: 1,234; write it without");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NULL", "(null)", "n/a", "#N/A", "#DIV/0!", "-", "--", "****", "none", "Absent", "nan", "NA"})
    void aWordForNoValueIsAGap(String word) {
        SensorTable table = read(OF_RIG, "time|wob [t]|rop [m/h]", NOON + "|10|" + word);

        assertThat(log.rejects()).isEmpty();
        assertThat(table.gaps()).isEqualTo(Map.of(word, 1L));
    }

    @Test
    void moreWordsForNoValueCanBeNamed() {
        read(OF_RIG, "time|wob [t]|rop [m/h]", NOON + "|10|offline");
        read(
                OF_RIG.withNulls(NullMarkers.USUAL.and("Offline").and("77")),
                "time|wob [t]|rop [m/h]",
                NOON + "|77|offline",
                NOON + "|10|offline");

        assertThat(log.rejects()).extracting(Reject::row).containsExactly(2L, 2L);
        assertThat(values(Channel.ROP)).containsExactly(OptionalDouble.empty());
    }

    @Test
    void numbersThatMayMeanNoValueAreKeptAndCounted() {
        SensorTable table =
                read(OF_RIG, "time|wob [t]|depth [m]", NOON + "|9999|999", NOON + "|1e30|1000", NOON + "|-99999|9998");

        assertThat(table.suspects())
                .isEqualTo(Map.of("9999 in wob [t]", 1L, "1e30 in wob [t]", 1L, "-99999 in wob [t]", 1L));
        assertThat(log.records()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"well_id", "Well Name", "UWI", "Rig", "wellbore", "nameWellbore", "asset_id"})
    void rowsOfTwoWellsAreRefused(String name) {
        String[] table = {name + "|time|wob [t]", "A|" + NOON + "|1", "|" + NOON + "|1", "B|" + NOON + "|2"};

        assertThatThrownBy(() -> read(OF_RIG, table))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("names more than one well ('A', 'B'); with --map '%s=rig_id'".formatted(name));
        read(TableOptions.NONE.withTargets(Map.of(name, "rig_id")), table);
        assertThat(log.records()).extracting(SensorRecord::rig).containsExactly(new RigId("A"), new RigId("B"));
        read(OF_RIG.withTargets(Map.of(name, "none")), table);
        assertThat(log.records()).hasSize(5);
    }

    @Test
    void theRowsOfOneWellAreTaken() {
        read(OF_RIG, "well_id|time|wob [t]", "A|" + NOON + "|1", "|" + NOON + "|1", "A|" + NOON + "|2");

        assertThat(log.rows()).hasSize(3);
    }

    @Test
    void aSecondWellFarDownEndsTheImport() {
        String[] lines = new String[4001];
        lines[0] = "well_id|time|wob [t]";
        for (int row = 1; row < lines.length; row++) {
            lines[row] = (row < 4000 ? "A|" : "15/9-F|") + NOON + "|1";
        }

        assertThatThrownBy(() -> read(OF_RIG, lines))
                .isInstanceOf(TableRefused.class)
                .hasMessage("column 'well_id': names 'A' above line 4001, and '15/9-F' in it; write one file for each,"
                        + " and import each with its --rig");
        assertThat(log.rows()).hasSize(3999);
        assertThatThrownBy(() -> Tables.open(OF_RIG, lines).requireOneWell())
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("names more than one well ('A', '15/9-F')");
        Tables.open(OF_RIG, Arrays.copyOf(lines, 4000)).requireOneWell();
    }

    private static TableOptions decimal(char sign) {
        return OF_RIG.withLayout(new TableLayout(Optional.empty(), Optional.of(sign), Optional.empty()));
    }

    private Iterable<OptionalDouble> values(Channel channel) {
        return log.records().stream()
                .map(record -> record.readings().get(channel))
                .toList();
    }

    private SensorTable read(TableOptions options, String... lines) {
        SensorTable table = Tables.open(options, lines);
        table.readAll(log);
        return table;
    }
}
