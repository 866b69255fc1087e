package derrick.ops.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.quantity.Unit;
import derrick.domain.sensor.Channel;
import derrick.ops.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsCommandTest {
    @Test
    void theListOfUnitsFitsIn80Columns() {
        Cli all = Cli.run("units");

        assertThat(all.exitCode()).isZero();
        assertThat(Unit.values()).allSatisfy(unit -> assertThat(all.out()).contains("\n  " + unit.symbol() + " "));
        assertThat(Channel.ALL).allSatisfy(channel -> assertThat(all.out()).contains(channel.key()));
        assertThat(all.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wob", "hook_load", "WOB", "force"})
    void theUnitsOfAChannelOrDimensionArePrinted(String word) {
        assertThat(Cli.run("units", word).out())
                .startsWith("force: wob, hook_load\n")
                .contains("  klbf         = x * 0.45359237 t\n", "  kN           = x * 1000 / 9806.65 t\n")
                .doesNotContain("psi");
    }

    @ParameterizedTest
    @CsvSource({"kips, klbf", "[gal/min], gal[US]/min", "ft per hour, ft/h", "short tons, ton[US]", "KDN, kdaN"})
    void aUnitIsFoundByAnySpelling(String spelling, String symbol) {
        assertThat(Cli.run("units", spelling, "--json").out())
                .startsWith("[{\"unit\":\"" + symbol + "\",")
                .contains("\"formula\":\"x * ", "\"channels\":[\"")
                .doesNotContain("},{");
    }

    @Test
    void anAmbiguousSpellingPrintsBothUnits() {
        assertThat(Cli.run("units", "F").out()).contains("  ft  ", "  degF  ");
    }

    @ParameterizedTest
    @CsvSource({
        "klbff, 'unknown unit, channel or dimension ''klbff''; did you mean ''klbf''?'",
        "furlong, 'unknown unit, channel or dimension ''furlong''; ''derrick units'' lists them all'",
        "hookload, 'unknown unit, channel or dimension ''hookload''; did you mean ''hook_load''?'",
        "tons, 'the unit ''tons'' may mean short tons (''ton[US]''), long tons (''ton[UK]'') or tonnes (''t'')'"
    })
    void anUnknownWordGetsSuggestions(String word, String answer) {
        assertThat(Cli.run("units", word)).isEqualTo(new Cli(2, "", "derrick: " + answer + System.lineSeparator()));
    }
}
