package derrick.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitTest {
    /** One of the unit on the left, in the unit on the right; written out from the units' definitions. */
    @ParameterizedTest
    @CsvSource({
        "ft, m, 0.3048",
        "in, m, 0.0254",
        "mm, m, 0.001",
        "klbf, t, 0.45359237",
        "lbf, t, 0.00045359237",
        "kgf, t, 0.001",
        "kN, t, 0.10197162129779283",
        "daN, t, 0.0010197162129779283",
        "N, t, 0.00010197162129779283",
        "kN.m, N.m, 1000",
        "ft.lbf, N.m, 1.3558179483314004",
        "kft.lbf, N.m, 1355.8179483314004",
        "1/s, 1/min, 60",
        "ft/h, m/h, 0.3048",
        "m/s, m/h, 3600",
        "m/min, m/h, 60",
        "ft/min, m/h, 18.288",
        "gal[US]/min, L/min, 3.785411784",
        "m3/s, L/min, 60000",
        "L/s, L/min, 60",
        "m3/h, L/min, 16.666666666666668",
        "m3/min, L/min, 1000",
        "bbl/min, L/min, 158.987294928",
        "psi, bar, 0.0689475729316836134",
        "Pa, bar, 0.00001",
        "kPa, bar, 0.01",
        "MPa, bar, 10",
        "kg/m3, g/cm3, 0.001",
        "lbm/gal, g/cm3, 0.11982642731689663",
        "L, m3, 0.001",
        "kdaN, t, 1.0197162129779283",
        "ton[US], t, 0.90718474",
        "ton[UK], t, 1.0160469088",
        "kgf.m, N.m, 9.80665",
        "t.m, N.m, 9806.65",
        "daN.m, N.m, 10",
        "kdaN.m, N.m, 10000",
        "in.lbf, N.m, 0.1129848290276167",
        "rad/s, 1/min, 9.549296585513721",
        "deg/s, 1/min, 0.16666666666666666",
        "ft/s, m/h, 1097.28",
        "gal[UK]/min, L/min, 4.54609",
        "bbl/h, L/min, 2.6497882488",
        "bbl/d, L/min, 0.110407843700",
        "m3/d, L/min, 0.6944444444444444",
        "ft3/min, L/min, 28.316846592",
        "ft3/s, L/min, 1699.01079552",
        "mbar, bar, 0.001",
        "ksi, bar, 68.94757293168361",
        "kgf/cm2, bar, 0.980665",
        "atm, bar, 1.01325",
        "lbm/ft3, g/cm3, 0.016018463373960138",
        "gal[US], m3, 0.003785411784",
        "ft3, m3, 0.028316846592",
        "ft[US], m, 0.3048006096012192",
        "cm, m, 0.01",
        "s/m, us/ft, 304800",
        "min/m, us/ft, 18288000",
        "min/ft, us/ft, 60000000",
        "bbl, m3, 0.158987294928",
        "%, v/v, 0.01",
        "v/v, %, 100",
        "ppm, %, 0.0001",
        "m/s2, g, 0.10197162129779283",
        "rad, deg, 57.29577951308232",
        "deg/m, deg/30m, 30",
        "deg/100ft, deg/30m, 0.984251968503937",
        "rad/m, deg/30m, 1718.8733853924698"
    })
    void everyUnitHasItsSize(String from, String to, double one) {
        assertThat(unit(from).to(unit(to)).apply(1)).isEqualTo(one, within(Math.ulp(one)));
    }

    @ParameterizedTest
    @CsvSource({
        "M, m",
        "FT, ft",
        "FEET, ft",
        "KLB, klbf",
        "KLBS, klbf",
        "k-lbs, klbf",
        "1000 lbf, klbf",
        "FT-LB, ft.lbf",
        "KFT-LB, kft.lbf",
        "GPM, gal[US]/min",
        "galUS/min, gal[US]/min",
        "PSI, psi",
        "psig, psi",
        "PPG, lbm/gal",
        "lbm/gal, lbm/gal",
        "GAPI, gAPI",
        "API, gAPI",
        "OHMM, ohm.m",
        "V/V, v/v",
        "G/C3, g/cm3",
        "rev/min, 1/min",
        "c/min, 1/min",
        "US/FT, us/ft",
        "kkgf, t",
        "c/s, 1/s",
        "Euc, v/v",
        "K, K",
        "degF, degF",
        "rpm, 1/min",
        "Pa, Pa",
        "rad, rad",
        "dega, deg",
        "°/30 m, deg/30m",
        "kips, klbf",
        "klb, klbf",
        "K#, klbf",
        "kN, kN",
        "kdaN, kdaN",
        "KDN, kdaN",
        "short tons, ton[US]",
        "long tons, ton[UK]",
        "metric ton, t",
        "mt, t",
        "kgf.m, kgf.m",
        "kg-m, kgf.m",
        "N-m, N.m",
        "N·m, N.m",
        "lbf.ft, ft.lbf",
        "lb-ft, ft.lbf",
        "kft-lbs, kft.lbf",
        "klbf.ft, kft.lbf",
        "kg/cm2, kgf/cm2",
        "kgf/cm², kgf/cm2",
        "barg, bar",
        "bar(g), bar",
        "psi (g), psi",
        "atm, atm",
        "MPa, MPa",
        "MPA, MPa",
        "bbls, bbl",
        "m³, m3",
        "m^3, m3",
        "m**3, m3",
        "g/cm³, g/cm3",
        "S.G., g/cm3",
        "bbl/h, bbl/h",
        "bbls/hr, bbl/h",
        "m3/hr, m3/h",
        "m³/hour, m3/h",
        "gpm, gal[US]/min",
        "gallons per minute, gal[US]/min",
        "gal (US)/min, gal[US]/min",
        "ft_per_hr, ft/h",
        "feet per hour, ft/h",
        "gal_per_min, gal[US]/min",
        "strokes/min, strokes/min",
        "spm, strokes/min",
        "µs/ft, us/ft",
        "μs/ft, us/ft",
        "℃, degC",
        "º C, degC",
        "Degrees F, degF",
        "Ω.m, ohm.m",
        "min⁻¹, 1/min"
    })
    void theSpellingsOfFilesAreKnown(String spelling, String symbol) {
        assertThat(Unit.spelled(spelling)).map(Unit::symbol).contains(symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[kN.m]", "(kN.m)", " KN.M ", "[ kN.m ]", "{kN.m}", "<kN m>", "kN·m"})
    void bracketsBlanksAndCaseDoNotCount(String spelling) {
        assertThat(Unit.spelled(spelling)).contains(Unit.KILONEWTON_METRE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unitless", "furlong", "kN.m/s", "[]", "()", "1000"})
    void whatIsNoUnitIsNotGuessed(String text) {
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
    void aSpellingWithSeveralMeaningsIsNoneAndSaysWhy(String spelling, String problem) {
        assertThat(Unit.spelled(spelling)).isEmpty();
        assertThat(UnitSpelling.problem(spelling).orElse("")).startsWith(problem);
    }

    @Test
    void anFIsFeetOnlyWhereALengthIsMeant() {
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
    void aUnitIsDefinedByAFormula(String unit, String formula) {
        assertThat(unit(unit).formula()).isEqualTo(formula);
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void aUnitIsReadInTheWayThePlatformWritesIt(Unit unit) {
        assertThat(Unit.spelled(unit.symbol())).contains(unit);
    }

    /** Fixed points that anybody knows. */
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
    void temperaturesKeepTheirZeros(String from, String to, double value, double converted) {
        assertThat(unit(from).to(unit(to)).apply(value)).isEqualTo(converted, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void theSameUnitLeavesEveryBitAsItWas(Unit unit) {
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
    void thereAndBackIsTheSameNumberToTheLastDigits(Unit unit) {
        for (Unit other : Unit.values()) {
            if (other.dimension() == unit.dimension()) {
                double back = other.to(unit).apply(unit.to(other).apply(123.456));
                assertThat(back).isEqualTo(123.456, within(1e-10));
            }
        }
    }

    @Test
    void aNumberIsRoundedOnce() {
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
    void aGapStaysAGap() {
        assertThat(Unit.DEGREE_FAHRENHEIT.to(Unit.DEGREE_CELSIUS).apply(Double.NaN))
                .isNaN();
    }

    @Test
    void unitsOfDifferentThingsDoNotConvert() {
        assertThatThrownBy(() -> Unit.POUND_PER_SQUARE_INCH.to(Unit.METRE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'psi' is a unit of pressure, not of length like 'm'");
    }

    private static Unit unit(String spelling) {
        return Unit.spelled(spelling).orElseThrow(() -> new AssertionError("no unit " + spelling));
    }
}
