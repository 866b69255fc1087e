package derrick.domain.sensor.exchange.table;

import static derrick.domain.sensor.exchange.table.Tables.OF_RIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.quantity.Unit;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.FieldName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnMappingTest {
    @ParameterizedTest
    @CsvSource({
        "Weight on Bit kkgf, WOB, TONNE_FORCE",
        "wob [t], WOB, TONNE_FORCE",
        "WOB (klbf), WOB, KILOPOUND_FORCE",
        "WOBA 1000 lbf, WOB, KILOPOUND_FORCE",
        "Torque (kN.m), TORQUE, KILONEWTON_METRE",
        "Average Surface Torque kN m, TORQUE, KILONEWTON_METRE",
        "Bit Depth (MD) m, BIT_DEPTH, METRE",
        "BIT DEPTH [ft], BIT_DEPTH, FOOT",
        "Total Depth m, DEPTH, METRE",
        "Average Rotary Speed rpm, RPM, PER_MINUTE",
        "Rate of Penetration m/h, ROP, METRE_PER_HOUR",
        "Mud Flow In L/min, MUD_FLOW, LITRE_PER_MINUTE",
        "Mud Density In g/cm3, MUD_DENSITY, GRAM_PER_CUBIC_CENTIMETRE",
        "Average Standpipe Pressure kPa, MUD_PRESSURE, KILOPASCAL",
        "SPPA psi, MUD_PRESSURE, POUND_PER_SQUARE_INCH",
        "Average Hookload kkgf, HOOK_LOAD, TONNE_FORCE",
        "USROP Gamma gAPI, GAMMA_RAY, GAMMA_API",
        "MTOUT deg C, MUD_TEMPERATURE, DEGREE_CELSIUS",
        "RHOB [G/C3], DENSITY, GRAM_PER_CUBIC_CENTIMETRE",
        "NPHI [%], POROSITY, PERCENT"
    })
    void aHeaderSaysTheChannelAndTheUnit(String header, Channel channel, Unit unit) {
        assertThat(mapping(OF_RIG, "Time", header).readings())
                .containsExactly(new TableColumn.Reading(header, channel, unit));
    }

    @ParameterizedTest
    @CsvSource({
        "Weight on Bit kstone, 'kstone', is not known",
        "Torque (furlong), 'furlong', is not known",
        "WOB (klb per stand), 'klb per stand', is not known",
        "WOB (klb x 10), 'klb x 10', has a factor",
        "WOB klb x 10, 'klb x 10', has a factor",
        "SPP (x100 psi), 'x100 psi', has a factor",
        "SPP (psia), subtract the air pressure, --map 'SPP (psia)=none'",
        "wob [], has no unit, --units 'wob []=UNIT'",
        "Weight on Bit psi, 'psi', does not fit wob",
        "rop [m], 'm', does not fit rop",
        "Weight on Bit, has no unit, --units 'Weight on Bit=UNIT'",
        "Depth, has no unit, --map 'Depth=none'",
        "depth, has no unit, --units 'depth=UNIT'"
    })
    void aUnitIsNeverGuessed(String header, String culprit, String reason) {
        assertThatThrownBy(() -> mapping(OF_RIG, "Time", header))
                .isInstanceOf(TableRefused.class)
                .hasMessageStartingWith("column '%s'", header)
                .hasMessageContaining(culprit)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"MSE Pa", "Torque limit kN.m", "Diameter mm", "MTIN degC", "FLOWOUTPC", "''"})
    void aColumnThatIsNoChannelIsListedAsNotKept(String header) {
        assertThat(mapping(OF_RIG, "Time", "wob [t]", header).notKept())
                .containsExactly(new TableColumn.NotKept(header, "not one of the channels"));
    }

    @Test
    void aSecondLineOfUnitsIsHonoured() {
        SensorTable table = Tables.open(OF_RIG, "Time|WOB_AVG|STRATE1", "unitless|N|Hz", "2026-03-01T12:00:00Z|0|0");

        assertThat(table.mapping().columns())
                .containsExactly(
                        new TableColumn.Field("Time", FieldName.TIME),
                        new TableColumn.Reading("WOB_AVG", Channel.WOB, Unit.NEWTON),
                        new TableColumn.NotKept("STRATE1", "not one of the channels"));
    }

    @Test
    void anUnknownUnitInTheSecondLineIsAnErrorOnlyWhereTheColumnIsKept() {
        assertThat(Tables.open(OF_RIG, "Time|WOB_AVG|LINEWEAR", "unitless|N|J")
                        .mapping()
                        .readings())
                .hasSize(1);
        assertThatThrownBy(() -> Tables.open(OF_RIG, "Time|WOB_AVG|Depth", "unitless|stone|m"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContainingAll("WOB_AVG", "'stone'");
        assertThatThrownBy(() -> Tables.open(OF_RIG, "Time|WOB_AVG|Depth", "unitless|unitless|m"))
                .hasMessageContainingAll("WOB_AVG", "'unitless'");
    }

    @ParameterizedTest
    @CsvSource({
        "SURF_RPM [rpm], BIT_RPM_AVG [rpm], SURF_RPM [rpm], rpm",
        "BIT_RPM_AVG [rpm], SURF_RPM [rpm], SURF_RPM [rpm], rpm",
        "Measured Depth [m], Total Depth [m], Total Depth [m], depth",
        "WOBA [t], wob [t], wob [t], wob",
        "WOBA [t], WOBA [N], WOBA [t], wob",
        "wob, WOBA [t], WOBA [t], wob",
        "Rotary Torque (unitless), Convertible Torque (kft_lb), Convertible Torque (kft_lb), torque",
        "rop [smoots], ROP_AVG [m/h], ROP_AVG [m/h], rop"
    })
    void ofTwoColumnsForOneChannelTheBetterKnownIsTaken(String one, String other, String taken, String channel) {
        ColumnMapping mapping = mapping(OF_RIG, "Time", one, other);

        assertThat(mapping.readings()).extracting(TableColumn.Reading::header).containsExactly(taken);
        assertThat(mapping.notKept())
                .extracting(TableColumn.NotKept::reason)
                .containsExactly("'%s' is taken for %s".formatted(taken, channel));
    }

    @Test
    void whatIsNamedByTheCallerWins() {
        TableOptions options = OF_RIG.withTargets(Map.of("BIT_RPM_AVG", "rpm", "STARTED", "timestamp", "WOB", "none"))
                .withUnitsForced(Map.of("BIT_RPM_AVG [c/s]", "rpm"));
        ColumnMapping mapping =
                mapping(options, "STARTED", "Time", "SURF_RPM [rpm]", "BIT_RPM_AVG [c/s]", "WOB [stone]");

        assertThat(mapping.columns())
                .containsExactly(
                        new TableColumn.Field("STARTED", FieldName.TIME),
                        new TableColumn.NotKept("Time", "'STARTED' is taken for timestamp"),
                        new TableColumn.NotKept("SURF_RPM [rpm]", "'BIT_RPM_AVG [c/s]' is taken for rpm"),
                        new TableColumn.Reading("BIT_RPM_AVG [c/s]", Channel.RPM, Unit.PER_MINUTE),
                        new TableColumn.NotKept("WOB [stone]", "left out as asked"));
    }

    @Test
    void cellsThatHoldTheirUnitAreRefusedBeforeAUnitIsAskedFor() {
        assertThatThrownBy(() -> Tables.open(OF_RIG, "Time|WOB", "2026-03-01T12:00:00Z|12 klbf"))
                .isInstanceOf(TableRefused.class)
                .hasMessage("column 'WOB': cells such as '12 klbf' hold their unit; write it into the header, and bare"
                        + " numbers below it");
    }

    @Test
    void aUnitThatIsNamedMustBeTheOneThatIsWritten() {
        assertThat(mapping(OF_RIG.withUnits(Map.of("WOB (klbf)", "kips")), "Time", "WOB (klbf)")
                        .readings())
                .extracting(TableColumn.Reading::unit)
                .containsExactly(Unit.KILOPOUND_FORCE);
        assertThat(mapping(OF_RIG.withUnits(Map.of("WOB", "t")), "Time", "WOB (stone)")
                        .readings())
                .as("what is written is no unit")
                .extracting(TableColumn.Reading::unit)
                .containsExactly(Unit.TONNE_FORCE);
        assertThatThrownBy(() -> mapping(OF_RIG.withUnits(Map.of("WOB", "t")), "Time", "WOB (klbf)"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContainingAll("column 'WOB (klbf)'", "'klbf'", "'t'", "--force-units");
        assertThatThrownBy(() -> mapping(OF_RIG.withUnits(Map.of("SPP", "bar")), "Time", "SPP (%)"))
                .hasMessageContaining("--force-units");
        assertThatThrownBy(() -> mapping(OF_RIG.withUnits(Map.of("SPP", "bar")), "Time", "SPP (bara)"))
                .hasMessageContaining("is in 'bara', as the table says, and not in 'bar'");
        assertThat(mapping(OF_RIG.withUnitsForced(Map.of("WOB", "t")), "Time", "WOB (klbf)")
                        .readings())
                .extracting(TableColumn.Reading::unit)
                .containsExactly(Unit.TONNE_FORCE);
    }

    @Test
    void twoColumnsOfOneShortNameAreToldApartByTheirWholeHeader() {
        assertThatThrownBy(() -> mapping(OF_RIG.withUnits(Map.of("ROP", "m/h")), "Time", "ROP(1 ft)", "ROP(1 m)"))
                .isInstanceOf(TableRefused.class)
                .hasMessage("column 'ROP': that may be 'ROP(1 ft)' or 'ROP(1 m)'; write the whole header");
        assertThatThrownBy(() -> mapping(OF_RIG.withTargets(Map.of("ROP", "none")), "Time", "ROP(1 ft)", "ROP(1 m)"))
                .hasMessageContaining("write the whole header");
        assertThat(mapping(OF_RIG.withUnits(Map.of("ROP(1 m)", "m/h")), "Time", "ROP(1 ft)", "ROP(1 m)")
                        .readings())
                .containsExactly(new TableColumn.Reading("ROP(1 m)", Channel.ROP, Unit.METRE_PER_HOUR));
        assertThat(mapping(OF_RIG.withUnits(Map.of("ROP", "m/h")), "Time", "ROP (1 ft)", "ROP")
                        .readings())
                .as("a header that is written so is meant")
                .containsExactly(new TableColumn.Reading("ROP", Channel.ROP, Unit.METRE_PER_HOUR));
    }

    @ParameterizedTest
    @CsvSource({
        "MSE, 'not kept (not one of the channels); say with --map COLUMN=CHANNEL'",
        "Depth (TVD), not kept (not one of the channels)",
        "WOBA, not kept ('wob [t]' is taken for wob)",
        "Torque, not kept (left out as asked)",
        "Time, 'the timestamp, which has none'"
    })
    void aUnitForAColumnThatHasNoneIsRefused(String column, String reason) {
        TableOptions options = OF_RIG.withTargets(Map.of("Torque", "none")).withUnits(Map.of(column, "t"));

        assertThatThrownBy(() -> mapping(options, "Time", "wob [t]", "WOBA", "MSE", "Torque", "Depth (TVD)"))
                .isInstanceOf(TableRefused.class)
                .hasMessageStartingWith("column '%s': has a unit in --units, but is %s", column, reason);
    }

    @Test
    void adviceCanBePastedIntoAShell() {
        assertThatThrownBy(() -> mapping(OF_RIG, "Time", "Weight on Bit it's"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("--map 'Weight on Bit it'\\''s=none'");
    }

    @Test
    void aVerticalDepthOrAPaddleIsTakenForAChannelOnlyIfTheCallerSaysSo() {
        assertThat(mapping(OF_RIG.withTargets(Map.of("Depth (TVD) m", "depth")), "Time", "Depth (TVD) m")
                        .readings())
                .containsExactly(new TableColumn.Reading("Depth (TVD) m", Channel.DEPTH, Unit.METRE));
        assertThatThrownBy(
                        () -> mapping(OF_RIG.withTargets(Map.of("Flow Out %", "mud_flow_out")), "Time", "Flow Out %"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("'%' does not fit mud_flow_out")
                .hasMessageNotContaining("Flow Out %=L/min");
        assertThat(mapping(OF_RIG, "Time", "Flow Out %", "Flow Out (gpm)").readings())
                .containsExactly(
                        new TableColumn.Reading("Flow Out (gpm)", Channel.MUD_FLOW_OUT, Unit.US_GALLON_PER_MINUTE));
    }

    @Test
    void aNamedColumnMustExistAndGoToOneChannel() {
        assertThatThrownBy(() -> mapping(OF_RIG.withTargets(Map.of("HKL", "hook_load")), "Time", "wob [t]"))
                .isInstanceOf(TableRefused.class)
                .hasMessage("column 'HKL': there is no such column. The columns are 'Time', 'wob [t]'");
        assertThatThrownBy(() -> mapping(OF_RIG.withUnits(Map.of("HKL", "t")), "Time", "wob [t]"))
                .hasMessageStartingWith("column 'HKL': there is no such column");
        assertThatThrownBy(() -> mapping(OF_RIG.withTargets(Map.of("A", "weight")), "Time", "wob [t]", "A"))
                .hasMessageStartingWith("column 'A': 'weight' is not a channel");
        assertThatThrownBy(() -> mapping(OF_RIG.withTargets(Map.of("A", "wob", "B", "wob")), "Time", "A [t]", "B [t]"))
                .hasMessage("column 'B [t]': 'wob' was given to column 'A [t]' already");
    }

    @Test
    void aTableByDepthIsRefusedInASentenceThatSaysWhatAStartWouldDo() {
        assertThatThrownBy(() -> mapping(OF_RIG, "Measured Depth m", "Rate of Penetration m/h", "Weight on Bit kkgf"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("is indexed by depth ('Measured Depth m') and has no times")
                .hasMessageContaining("--start")
                .hasMessageContaining("marked as derived");
    }

    @Test
    void aTableWithoutTimesOrChannelsIsRefused() {
        assertThatThrownBy(() -> mapping(OF_RIG, "wob [t]", "torque [N.m]"))
                .isInstanceOf(TableRefused.class)
                .hasMessage("no column holds the times; say which with --map COLUMN=timestamp, or which line is"
                        + " the header with --header-line. "
                        + "The columns are 'wob [t]', 'torque [N.m]'");
        assertThatThrownBy(() -> mapping(OF_RIG, "Time", "name"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("no column is one of the platform's channels; map one with --map COLUMN=CHANNEL");
        assertThatThrownBy(() -> mapping(OF_RIG, "Time", "ROP min/m"))
                .hasMessageContaining("leave the column out with --map 'ROP min/m=none'; no other column is one of");
        assertThatThrownBy(() -> mapping(OF_RIG, "Time", "WOB (klb x 10)"))
                .hasMessageContaining("; no other column is one of");
    }

    @Test
    void thePlatformsOwnHeaderIsUnderstood() {
        List<String> header = FieldName.ALL.stream()
                .map(name -> Channel.named(name)
                        .map(channel -> name + " [" + channel.unit().symbol() + "]")
                        .orElse(name))
                .toList();
        ColumnMapping mapping = mapping(TableOptions.NONE, header.toArray(String[]::new));

        assertThat(mapping.notKept()).isEmpty();
        assertThat(mapping.readings())
                .allMatch(reading -> reading.unit() == reading.channel().unit());
        assertThat(mapping.readings().stream().map(TableColumn.Reading::channel).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Channel.values());
        assertThat(mapping.fields())
                .extracting(TableColumn.Field::field)
                .containsExactly(FieldName.RIG, FieldName.TIME, FieldName.STATUS, FieldName.TIME_SOURCE);
    }

    private static ColumnMapping mapping(TableOptions options, String... headers) {
        return Tables.open(options, String.join("|", headers)).mapping();
    }
}
