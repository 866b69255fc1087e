package derrick.domain.quantity;

import static derrick.domain.quantity.UnitScale.BASE;
import static derrick.domain.quantity.UnitScale.PI;
import static derrick.domain.quantity.UnitScale.ratio;
import static derrick.domain.quantity.UnitScale.times;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A unit of measure of drilling data, with the spellings found in files. Conversion factors are exact, by the yard and
 * pound agreement of 1959, the standard gravity of 1901, the US gallon of 231 cubic inches, the oil barrel of 42 US
 * gallons, the UK gallon of 4.54609 litres and the SI brochure.
 *
 * <p>Pressures are gauge pressures: {@code psig} is {@code psi}. Pounds, kilograms and tonnes are units of force here,
 * the weight of the mass.
 */
public enum Unit {
    METRE("m", Dimension.LENGTH, BASE, "metre", "metres", "meter", "meters", "mtr", "m MD", "mMD"),
    CENTIMETRE("cm", Dimension.LENGTH, times("0.01")),
    MILLIMETRE("mm", Dimension.LENGTH, times("0.001")),
    FOOT("ft", Dimension.LENGTH, times("0.3048"), "feet", "foot", "ft MD"),
    US_SURVEY_FOOT("ft[US]", Dimension.LENGTH, ratio("1200", "3937"), "ftUS"),
    INCH("in", Dimension.LENGTH, times("0.0254"), "inch", "inches"),

    TONNE_FORCE(
            "t", Dimension.FORCE, BASE, "tonne", "tonnes", "metric ton", "mt", "te", "tf", "kkgf", "1000 kgf", "kkg"),
    KILOGRAM_FORCE("kgf", Dimension.FORCE, times("0.001"), "kg"),
    NEWTON("N", Dimension.FORCE, ratio("1", "9806.65"), "newton"),
    KILONEWTON("kN", Dimension.FORCE, ratio("1000", "9806.65")),
    DECANEWTON("daN", Dimension.FORCE, ratio("10", "9806.65")),
    KILODECANEWTON("kdaN", Dimension.FORCE, ratio("10000", "9806.65"), "1000 daN", "kDN"),
    POUND_FORCE("lbf", Dimension.FORCE, times("0.00045359237"), "lb", "lbs", "pounds"),
    KILOPOUND_FORCE(
            "klbf", Dimension.FORCE, times("0.45359237"), "klb", "klbs", "kip", "kips", "k-lbs", "k#", "1000 lbf"),
    SHORT_TON_FORCE("ton[US]", Dimension.FORCE, times("0.90718474"), "tonUS", "tonfUS", "short ton", "short tons"),
    LONG_TON_FORCE("ton[UK]", Dimension.FORCE, times("1.0160469088"), "tonUK", "tonfUK", "long ton", "long tons"),

    NEWTON_METRE("N.m", Dimension.TORQUE, BASE, "Nm", "N-m"),
    DECANEWTON_METRE("daN.m", Dimension.TORQUE, times("10")),
    KILONEWTON_METRE("kN.m", Dimension.TORQUE, times("1000"), "kNm", "kN-m"),
    KILODECANEWTON_METRE("kdaN.m", Dimension.TORQUE, times("10000")),
    KILOGRAM_FORCE_METRE("kgf.m", Dimension.TORQUE, times("9.80665"), "kg.m", "kg-m", "kgm"),
    TONNE_FORCE_METRE("t.m", Dimension.TORQUE, times("9806.65"), "tf.m", "kkgf.m"),
    FOOT_POUND("ft.lbf", Dimension.TORQUE, times("1.3558179483314004"), "ft-lb", "ft-lbs", "lbf.ft", "lb-ft"),
    KILOFOOT_POUND(
            "kft.lbf",
            Dimension.TORQUE,
            times("1355.8179483314004"),
            "kft-lb",
            "kft-lbs",
            "klbf.ft",
            "kip-ft",
            "1000 ft.lbf",
            "1000 lbf.ft",
            "kflb"),
    INCH_POUND("in.lbf", Dimension.TORQUE, times("0.1129848290276167"), "in-lb", "lbf.in"),

    PER_MINUTE("1/min", Dimension.ROTATION, BASE, "rpm", "rev/min", "revs/min", "c/min", "r/min", "min-1"),
    PER_SECOND("1/s", Dimension.ROTATION, times("60"), "c/s", "rev/s", "r/s", "Hz", "rps"),
    RADIAN_PER_SECOND("rad/s", Dimension.ROTATION, ratio("30", PI)),
    DEGREE_PER_SECOND("deg/s", Dimension.ROTATION, ratio("1", "6"), "dega/s"),
    STROKE_PER_MINUTE("strokes/min", Dimension.STROKE_RATE, BASE, "spm", "stk/min", "str/min", "stroke/min"),

    METRE_PER_HOUR("m/h", Dimension.SPEED, BASE, "m/hr", "m_per_hr"),
    METRE_PER_MINUTE("m/min", Dimension.SPEED, times("60")),
    METRE_PER_SECOND("m/s", Dimension.SPEED, times("3600")),
    FOOT_PER_HOUR("ft/h", Dimension.SPEED, times("0.3048"), "ft/hr", "ft_per_hr", "f/hr", "fph"),
    FOOT_PER_MINUTE("ft/min", Dimension.SPEED, times("18.288"), "ft_per_min", "fpm"),
    FOOT_PER_SECOND("ft/s", Dimension.SPEED, times("1097.28"), "fps"),

    LITRE_PER_MINUTE("L/min", Dimension.FLOW, BASE, "lpm", "l/min", "ltr/min", "L/M"),
    LITRE_PER_SECOND("L/s", Dimension.FLOW, times("60"), "lps"),
    CUBIC_METRE_PER_SECOND("m3/s", Dimension.FLOW, times("60000")),
    CUBIC_METRE_PER_MINUTE("m3/min", Dimension.FLOW, times("1000"), "m3_per_min"),
    CUBIC_METRE_PER_HOUR("m3/h", Dimension.FLOW, ratio("1000", "60"), "m3/hr"),
    CUBIC_METRE_PER_DAY("m3/d", Dimension.FLOW, ratio("1000", "1440"), "m3/day"),
    US_GALLON_PER_MINUTE(
            "gal[US]/min",
            Dimension.FLOW,
            times("3.785411784"),
            "gpm",
            "gal/min",
            "gal_per_min",
            "galUS/min",
            "usgpm",
            "US gal/min"),
    UK_GALLON_PER_MINUTE("gal[UK]/min", Dimension.FLOW, times("4.54609"), "galUK/min", "igpm", "imp gpm"),
    BARREL_PER_MINUTE("bbl/min", Dimension.FLOW, times("158.987294928"), "bbls/min", "bpm"),
    BARREL_PER_HOUR("bbl/h", Dimension.FLOW, ratio("158.987294928", "60"), "bbl/hr", "bbls/hr", "bph"),
    BARREL_PER_DAY("bbl/d", Dimension.FLOW, ratio("158.987294928", "1440"), "bbl/day", "bpd"),
    CUBIC_FOOT_PER_MINUTE("ft3/min", Dimension.FLOW, times("28.316846592"), "cfm"),
    CUBIC_FOOT_PER_SECOND("ft3/s", Dimension.FLOW, times("1699.01079552")),

    BAR("bar", Dimension.PRESSURE, BASE, "bars", "barg"),
    MILLIBAR("mbar", Dimension.PRESSURE, times("0.001"), "hPa"),
    PASCAL("Pa", Dimension.PRESSURE, times("0.00001"), "pascal"),
    KILOPASCAL("kPa", Dimension.PRESSURE, times("0.01"), "kPag"),
    MEGAPASCAL("MPa", Dimension.PRESSURE, times("10"), "MPag"),
    POUND_PER_SQUARE_INCH(
            "psi", Dimension.PRESSURE, ratio("4.4482216152605", "64.516"), "psig", "lbf/in2", "lb/in2", "lbs/in2"),
    KILOPOUND_PER_SQUARE_INCH("ksi", Dimension.PRESSURE, ratio("4448.2216152605", "64.516"), "kpsi"),
    KILOGRAM_PER_SQUARE_CENTIMETRE("kgf/cm2", Dimension.PRESSURE, times("0.980665"), "kg/cm2", "kg/cm2g", "ksc"),
    ATMOSPHERE("atm", Dimension.PRESSURE, times("1.01325")),

    DEGREE_CELSIUS("degC", Dimension.TEMPERATURE, BASE, "C", "°C", "deg C", "celsius"),
    KELVIN("K", Dimension.TEMPERATURE, BASE.from("273.15"), "degK", "kelvin"),
    DEGREE_FAHRENHEIT("degF", Dimension.TEMPERATURE, ratio("1", "1.8").from("32"), "F", "°F", "deg F", "fahrenheit"),
    DEGREE_RANKINE("degR", Dimension.TEMPERATURE, ratio("1", "1.8").from("491.67"), "rankine"),

    GRAM_PER_CUBIC_CENTIMETRE(
            "g/cm3",
            Dimension.DENSITY,
            BASE,
            "g/cc",
            "g/c3",
            "gm/cc",
            "gm/cm3",
            "kg/L",
            "kg/dm3",
            "t/m3",
            "SG",
            "S.G."),
    KILOGRAM_PER_CUBIC_METRE("kg/m3", Dimension.DENSITY, times("0.001"), "kgm3"),
    POUND_PER_US_GALLON(
            "lbm/gal",
            Dimension.DENSITY,
            ratio("0.45359237", "3.785411784"),
            "ppg",
            "lb/gal",
            "lbs/gal",
            "lbs_per_gal",
            "lbm/gal[US]",
            "lbf/gal"),
    POUND_PER_CUBIC_FOOT("lbm/ft3", Dimension.DENSITY, ratio("0.45359237", "28.316846592"), "pcf", "lb/ft3", "lb/cf"),

    CUBIC_METRE("m3", Dimension.VOLUME, BASE, "cu m", "cubic metres", "cubic meters"),
    LITRE("L", Dimension.VOLUME, times("0.001"), "litre", "litres", "liter", "liters"),
    BARREL("bbl", Dimension.VOLUME, times("0.158987294928"), "bbls", "barrel", "barrels"),
    US_GALLON("gal[US]", Dimension.VOLUME, times("0.003785411784"), "gal", "gals", "gallons", "galUS"),
    CUBIC_FOOT("ft3", Dimension.VOLUME, times("0.028316846592"), "cu ft", "cubic feet"),

    FRACTION("v/v", Dimension.RATIO, BASE, "Euc", "frac", "fraction", "dec", "decimal", "m3/m3", "ft3/ft3"),
    PERCENT("%", Dimension.RATIO, times("0.01"), "percent", "pct", "pu", "p.u.", "vol%", "flow_percent"),
    PART_PER_MILLION("ppm", Dimension.RATIO, times("0.000001")),

    GAMMA_API("gAPI", Dimension.NATURAL_RADIATION, BASE, "API"),
    OHM_METRE("ohm.m", Dimension.RESISTIVITY, BASE, "ohmm", "ohm-m", "Ω.m"),
    STANDARD_GRAVITY("g", Dimension.ACCELERATION, BASE, "gn", "g_force"),
    METRE_PER_SECOND_SQUARED("m/s2", Dimension.ACCELERATION, ratio("1", "9.80665")),
    MICROSECOND_PER_FOOT("us/ft", Dimension.SLOWNESS, BASE, "µs/ft"),
    SECOND_PER_METRE("s/m", Dimension.SLOWNESS, times("304800")),
    MINUTE_PER_METRE("min/m", Dimension.SLOWNESS, times("18288000"), "min_per_m"),
    MINUTE_PER_FOOT("min/ft", Dimension.SLOWNESS, times("60000000"), "min_per_ft"),

    DEGREE("deg", Dimension.ANGLE, BASE, "dega", "degree", "degrees", "°"),
    RADIAN("rad", Dimension.ANGLE, ratio("180", PI), "radian", "radians"),
    DEGREE_PER_30_METRES("deg/30m", Dimension.CURVATURE, BASE, "°/30 m", "dega/30m", "1/30 deg/m"),
    DEGREE_PER_100_FEET("deg/100ft", Dimension.CURVATURE, ratio("30", "30.48"), "°/100 ft", "dega/100ft"),
    DEGREE_PER_METRE("deg/m", Dimension.CURVATURE, times("30"), "°/m", "dega/m"),
    RADIAN_PER_METRE("rad/m", Dimension.CURVATURE, ratio("5400", PI));

    private static final Map<String, Unit> BY_SPELLING = bySpelling();

    private final String symbol;
    private final Dimension dimension;
    private final UnitScale scale;
    private final List<String> spellings;

    Unit(String symbol, Dimension dimension, UnitScale scale, String... otherSpellings) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.scale = scale;
        this.spellings =
                Stream.concat(Stream.of(symbol), Stream.of(otherSpellings)).toList();
    }

    /**
     * Returns the unit with a spelling. Letter case, brackets, blanks and the notation of products, powers and "per"
     * are ignored.
     *
     * @return empty if the catalogue has no such unit, or the spelling is ambiguous
     */
    public static Optional<Unit> spelled(String text) {
        return UnitSpelling.problem(text).isPresent()
                ? Optional.empty()
                : Optional.ofNullable(BY_SPELLING.get(UnitSpelling.normalized(text)));
    }

    /** Returns the unit with a spelling, given its dimension: WITS writes {@code F} for feet. */
    public static Optional<Unit> spelled(String text, Dimension dimension) {
        return dimension == Dimension.LENGTH && UnitSpelling.normalized(text).equals("f")
                ? Optional.of(FOOT)
                : spelled(text);
    }

    /** Returns all units of a dimension; the first is its base unit. */
    public static List<Unit> of(Dimension dimension) {
        return Arrays.stream(values())
                .filter(unit -> unit.dimension == dimension)
                .toList();
    }

    /** Returns the symbol that the platform writes. */
    public String symbol() {
        return symbol;
    }

    /** Returns the spellings in files, the symbol first. */
    public List<String> spellings() {
        return spellings;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** Returns the formula that converts a number {@code x} of this unit to base units, with exact factors. */
    public String formula() {
        return scale.formula();
    }

    /**
     * Returns the conversion from this unit to another.
     *
     * @throws IllegalArgumentException if the units have different dimensions
     */
    public Conversion to(Unit other) {
        if (dimension != other.dimension) {
            throw new IllegalArgumentException("'%s' is a unit of %s, not of %s like '%s'"
                    .formatted(symbol, inWords(dimension), inWords(other.dimension), other.symbol));
        }
        return scale.to(other.scale);
    }

    private static String inWords(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, Unit> bySpelling() {
        Map<String, Unit> units = new HashMap<>();
        for (Unit unit : values()) {
            for (String spelling : unit.spellings) {
                Unit known = units.putIfAbsent(UnitSpelling.normalized(spelling), unit);
                if (known != null && known != unit) {
                    throw new IllegalStateException("'%s' is %s and %s".formatted(spelling, known, unit));
                }
            }
        }
        return Map.copyOf(units);
    }
}
