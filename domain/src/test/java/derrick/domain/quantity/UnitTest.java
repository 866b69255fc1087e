package derrick.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitTest {
    @ParameterizedTest
    @CsvFileSource(resources = "unit-sizes.csv")
    void unitsHaveTheDefinedFactors(String from, String to, double one) {
        assertThat(unit(from).to(unit(to)).apply(1)).isEqualTo(one, within(Math.ulp(one)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "unit-spellings.csv")
    void spellingsInFilesAreRecognized(String spelling, String symbol) {
        assertThat(Unit.spelled(spelling)).map(Unit::symbol).contains(symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[kN.m]", "(kN.m)", " KN.M ", "[ kN.m ]", "{kN.m}", "<kN m>", "kN·m"})
    void bracketsBlanksAndCaseAreIgnored(String spelling) {
        assertThat(Unit.spelled(spelling)).contains(Unit.KILONEWTON_METRE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unitless", "furlong", "kN.m/s", "[]", "()", "1000"})
    void unknownUnitsAreNotGuessed(String text) {
        assertThat(Unit.spelled(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tons, may mean short tons",
        "ton, may mean short tons",
        "tonf, may mean short tons",
        "psia, is an absolute pressure",
        "bar(a), is an absolute pressure",
        "mPa, means a thousandth of a pascal",
        "Mlbs, may mean thousands"
    })
    void ambiguousSpellingsAreRefusedWithAReason(String spelling, String problem) {
        assertThat(Unit.spelled(spelling)).isEmpty();
        assertThat(UnitSpelling.problem(spelling).orElse("")).startsWith(problem);
    }

    @Test
    void fIsFeetOnlyForLengths() {
        assertThat(Unit.spelled("F")).contains(Unit.DEGREE_FAHRENHEIT);
        assertThat(Unit.spelled("F", Dimension.TEMPERATURE)).contains(Unit.DEGREE_FAHRENHEIT);
        assertThat(Unit.spelled("F", Dimension.LENGTH)).contains(Unit.FOOT);
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void theFirstUnitOfADimensionIsItsBase(Dimension dimension) {
        assertThat(Unit.of(dimension).get(0).formula()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({
        "ft, x * 0.3048",
        "N, x / 9806.65",
        "psi, x * 4.4482216152605 / 64.516",
        "degF, (x - 32) / 1.8",
        "K, x - 273.15",
        "rad, x * 180 / pi"
    })
    void formulasAreExact(String unit, String formula) {
        assertThat(unit(unit).formula()).isEqualTo(formula);
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void theSymbolOfAUnitIsASpelling(Unit unit) {
        assertThat(Unit.spelled(unit.symbol())).contains(unit);
    }

    /** Well-known fixed points. */
    @ParameterizedTest
    @CsvSource({
        "degF, degC, 32, 0",
        "degF, degC, 212, 100",
        "degF, degC, -40, -40",
        "degC, degF, 100, 212",
        "degC, degF, -40, -40",
        "K, degC, 273.15, 0",
        "K, degC, 0, -273.15",
        "degC, K, 0, 273.15",
        "degF, K, 32, 273.15",
        "K, degF, 273.15, 32"
    })
    void temperaturesAreConvertedWithTheirZeroPoints(String from, String to, double value, double converted) {
        assertThat(unit(from).to(unit(to)).apply(value)).isEqualTo(converted, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void aConversionToTheSameUnitKeepsEveryBit(Unit unit) {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Conversion same = unit.to(unit);
        new Random(seed).longs(1000).forEach(bits -> {
            double value = Double.longBitsToDouble(bits);
            assertThat(Double.doubleToRawLongBits(same.apply(value))).isEqualTo(Double.doubleToRawLongBits(value));
        });
        assertThat(same.apply(-0.0)).isEqualTo(-0.0);
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void aRoundTripIsExactToTheLastDigits(Unit unit) {
        for (Unit other : Unit.values()) {
            if (other.dimension() == unit.dimension()) {
                double back = other.to(unit).apply(unit.to(other).apply(123.456));
                assertThat(back).isEqualTo(123.456, within(1e-10));
            }
        }
    }

    @Test
    void aConversionRoundsOnce() {
        assertThat(Unit.KILOPOUND_FORCE.to(Unit.TONNE_FORCE).apply(20)).isEqualTo(9.0718474);
        assertThat(Unit.FOOT.to(Unit.METRE).apply(1001)).isEqualTo(305.1048);
        assertThat(Unit.DEGREE_FAHRENHEIT.to(Unit.DEGREE_CELSIUS).apply(100)).isEqualTo(340 / 9.0);
        assertThat(Unit.PASCAL.to(Unit.BAR).apply(13_463_000)).isEqualTo(134.63);
        assertThat(Unit.KILOGRAM_PER_CUBIC_METRE
                        .to(Unit.GRAM_PER_CUBIC_CENTIMETRE)
                        .apply(1030))
                .isEqualTo(1.03);
    }

    @Test
    void nanRemainsNan() {
        assertThat(Unit.DEGREE_FAHRENHEIT.to(Unit.DEGREE_CELSIUS).apply(Double.NaN))
                .isNaN();
    }

    @Test
    void unitsOfDifferentDimensionsCannotBeConverted() {
        assertThatThrownBy(() -> Unit.POUND_PER_SQUARE_INCH.to(Unit.METRE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'psi' is a unit of pressure, not of length like 'm'");
    }

    private static Unit unit(String spelling) {
        return Unit.spelled(spelling).orElseThrow(() -> new AssertionError("no unit " + spelling));
    }
}
