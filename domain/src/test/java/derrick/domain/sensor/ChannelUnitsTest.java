package derrick.domain.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import derrick.domain.sensor.Channel.UnitSystem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the units of each channel against factors calculated from the definitions. */
final class ChannelUnitsTest {
    private static final String UNITS = """
            depth            , m     , m     , ft          , 0.3048
            bit_depth        , m     , m     , ft          , 0.3048
            block_position   , m     , m     , ft          , 0.3048
            wob              , t     , t     , klbf        , 0.45359237
            hook_load        , t     , t     , klbf        , 0.45359237
            rpm              , 1/min , 1/min , 1/min       , 1
            torque           , N.m   , kN.m  , ft.lbf      , 1.3558179483314004
            rop              , m/h   , m/h   , ft/h        , 0.3048
            mud_flow         , L/min , L/min , gal[US]/min , 3.785411784
            mud_flow_out     , L/min , L/min , gal[US]/min , 3.785411784
            mud_pressure     , bar   , bar   , psi         , 0.06894757293168362
            mud_density      , g/cm3 , g/cm3 , lbm/gal     , 0.11982642731689663
            pit_volume       , m3    , m3    , bbl         , 0.158987294928
            total_gas        , %     , %     , %           , 1
            gamma_ray        , gAPI  , gAPI  , gAPI        , 1
            resistivity      , ohm.m , ohm.m , ohm.m       , 1
            density          , g/cm3 , g/cm3 , g/cm3       , 1
            porosity         , v/v   , %     , %           , 0.01
            vibration        , g     , g     , g           , 1
            """;

    @ParameterizedTest
    @CsvSource(textBlock = UNITS)
    void aChannelIsConvertedToTheUnitSystem(
            String key, String canonical, String metric, String field, double fieldInCanonical) {
        Channel channel = Channel.named(key).orElseThrow();

        assertThat(channel.unit().symbol()).isEqualTo(canonical);
        assertThat(channel.unit(UnitSystem.CANONICAL)).isEqualTo(channel.unit());
        assertThat(channel.unit(UnitSystem.METRIC).symbol()).isEqualTo(metric);
        assertThat(channel.unit(UnitSystem.FIELD).symbol()).isEqualTo(field);
        assertThat(channel.unit(UnitSystem.FIELD).to(channel.unit()).apply(1))
                .isEqualTo(fieldInCanonical, within(Math.ulp(fieldInCanonical)));
    }

    @Test
    void temperaturesAreFahrenheitInFieldUnits() {
        assertThat(Channel.MUD_TEMPERATURE.unit().symbol()).isEqualTo("degC");
        assertThat(Channel.MUD_TEMPERATURE.unit(UnitSystem.METRIC).symbol()).isEqualTo("degC");
        assertThat(Channel.MUD_TEMPERATURE.unit(UnitSystem.FIELD).symbol()).isEqualTo("degF");
        assertThat(Channel.MUD_TEMPERATURE
                        .unit(UnitSystem.FIELD)
                        .to(Channel.MUD_TEMPERATURE.unit())
                        .apply(212))
                .isEqualTo(100);
    }

    @Test
    void everyChannelIsTested() {
        Stream<String> listed = UNITS.lines().map(line -> line.split(",", 2)[0].strip());

        assertThat(Stream.concat(listed, Stream.of("mud_temperature")))
                .containsExactlyInAnyOrderElementsOf(
                        Channel.ALL.stream().map(Channel::key).toList());
    }
}
