package derrick.domain.quantity;

import static derrick.domain.quantity.Scale.BASE;
import static derrick.domain.quantity.Scale.PI;
import static derrick.domain.quantity.Scale.ratio;
import static derrick.domain.quantity.Scale.times;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A unit of measure that drilling data come in, with the spellings met in files. Sizes are exact: the yard and pound
 * agreement of 1959, the US gallon of 231 cubic inches, the SI brochure.
 */
public enum Unit {
    METRE("m", Dimension.LENGTH, BASE, "metre", "meter", "metres", "meters"),
    MILLIMETRE("mm", Dimension.LENGTH, times("0.001")),
    FOOT("ft", Dimension.LENGTH, times("0.3048"), "feet", "foot"),
    INCH("in", Dimension.LENGTH, times("0.0254"), "inch", "inches"),

    TONNE_FORCE("t", Dimension.FORCE, BASE, "kkgf", "tonf", "tonne", "tonnes"),
    KILOGRAM_FORCE("kgf", Dimension.FORCE, times("0.001")),
    NEWTON("N", Dimension.FORCE, ratio("1", "9806.65")),
    KILONEWTON("kN", Dimension.FORCE, ratio("1000", "9806.65")),
    DECANEWTON("daN", Dimension.FORCE, ratio("10", "9806.65")),
    POUND_FORCE("lbf", Dimension.FORCE, times("0.00045359237"), "lb", "lbs"),
    KILOPOUND_FORCE("klbf", Dimension.FORCE, times("0.45359237"), "klb", "klbs", "k-lb", "k-lbs", "k-lbf", "1000 lbf"),

    NEWTON_METRE("N.m", Dimension.TORQUE, BASE, "Nm", "N*m", "N m"),
    KILONEWTON_METRE("kN.m", Dimension.TORQUE, times("1000"), "kNm", "kN*m", "kN m"),
    FOOT_POUND("ft.lbf", Dimension.TORQUE, times("1.3558179483314004"), "ft-lb", "ft-lbs", "ft-lbf", "ft.lb", "ft lbf"),
    KILOFOOT_POUND("kft.lbf", Dimension.TORQUE, times("1355.8179483314004"), "kft-lb", "kft-lbs", "kft-lbf", "kft.lb"),

    PER_MINUTE("1/min", Dimension.ROTATION, BASE, "rpm", "rev/min", "c/min", "r/min"),
    PER_SECOND("1/s", Dimension.ROTATION, times("60"), "c/s", "rev/s", "r/s", "Hz"),

    METRE_PER_HOUR("m/h", Dimension.SPEED, BASE, "m/hr"),
    METRE_PER_MINUTE("m/min", Dimension.SPEED, times("60")),
    METRE_PER_SECOND("m/s", Dimension.SPEED, times("3600")),
    FOOT_PER_HOUR("ft/h", Dimension.SPEED, times("0.3048"), "ft/hr", "fph"),
    FOOT_PER_MINUTE("ft/min", Dimension.SPEED, times("18.288")),

    LITRE_PER_MINUTE("L/min", Dimension.FLOW, BASE, "lpm"),
    LITRE_PER_SECOND("L/s", Dimension.FLOW, times("60")),
    CUBIC_METRE_PER_SECOND("m3/s", Dimension.FLOW, times("60000")),
    CUBIC_METRE_PER_MINUTE("m3/min", Dimension.FLOW, times("1000")),
    CUBIC_METRE_PER_HOUR("m3/h", Dimension.FLOW, ratio("1000", "60")),
    US_GALLON_PER_MINUTE("gal[US]/min", Dimension.FLOW, times("3.785411784"), "gpm", "galUS/min", "gal/min"),
    BARREL_PER_MINUTE("bbl/min", Dimension.FLOW, times("158.987294928"), "bpm"),

    BAR("bar", Dimension.PRESSURE, BASE),
    PASCAL("Pa", Dimension.PRESSURE, times("0.00001")),
    KILOPASCAL("kPa", Dimension.PRESSURE, times("0.01")),
    MEGAPASCAL("MPa", Dimension.PRESSURE, times("10")),
    POUND_PER_SQUARE_INCH("psi", Dimension.PRESSURE, times("0.06894757293168"), "psig"),

    DEGREE_CELSIUS("degC", Dimension.TEMPERATURE, BASE, "C", "°C", "deg C"),
    KELVIN("K", Dimension.TEMPERATURE, BASE.from("273.15")),
    DEGREE_FAHRENHEIT("degF", Dimension.TEMPERATURE, ratio("1", "1.8").from("32"), "F", "°F", "deg F"),

    GRAM_PER_CUBIC_CENTIMETRE("g/cm3", Dimension.DENSITY, BASE, "g/c3", "g/cc", "gm/cc", "kg/L", "sg"),
    KILOGRAM_PER_CUBIC_METRE("kg/m3", Dimension.DENSITY, times("0.001")),
    POUND_PER_US_GALLON("lbm/gal", Dimension.DENSITY, ratio("0.45359237", "3.785411784"), "ppg", "lb/gal"),

    CUBIC_METRE("m3", Dimension.VOLUME, BASE),
    LITRE("L", Dimension.VOLUME, times("0.001")),
    BARREL("bbl", Dimension.VOLUME, times("0.158987294928")),

    FRACTION("v/v", Dimension.RATIO, BASE, "Euc", "frac", "fraction", "m3/m3"),
    PERCENT("%", Dimension.RATIO, times("0.01"), "percent", "pct", "pu", "p.u."),
    PART_PER_MILLION("ppm", Dimension.RATIO, times("0.000001")),

    GAMMA_API("gAPI", Dimension.NATURAL_RADIATION, BASE, "API"),
    OHM_METRE("ohm.m", Dimension.RESISTIVITY, BASE, "ohmm", "ohm-m", "ohm m"),
    STANDARD_GRAVITY("g", Dimension.ACCELERATION, BASE, "gn"),
    METRE_PER_SECOND_SQUARED("m/s2", Dimension.ACCELERATION, ratio("1", "9.80665")),
    MICROSECOND_PER_FOOT("us/ft", Dimension.SLOWNESS, BASE),

    DEGREE("deg", Dimension.ANGLE, BASE, "dega", "degree", "degrees", "°"),
    RADIAN("rad", Dimension.ANGLE, ratio("180", PI), "radian", "radians"),
    DEGREE_PER_30_METRES("deg/30m", Dimension.CURVATURE, BASE, "deg/30 m", "°/30m", "°/30 m"),
    DEGREE_PER_100_FEET("deg/100ft", Dimension.CURVATURE, ratio("30", "30.48"), "deg/100 ft", "°/100ft", "°/100 ft"),
    DEGREE_PER_METRE("deg/m", Dimension.CURVATURE, times("30"), "°/m"),
    RADIAN_PER_METRE("rad/m", Dimension.CURVATURE, ratio("5400", PI));

    private static final Map<String, Unit> BY_SPELLING = Stream.of(values())
            .flatMap(unit -> unit.spellings.stream().map(spelling -> Map.entry(folded(spelling), unit)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String symbol;
    private final Dimension dimension;
    private final Scale scale;
    private final List<String> spellings;

    Unit(String symbol, Dimension dimension, Scale scale, String... otherSpellings) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.scale = scale;
        this.spellings =
                Stream.concat(Stream.of(symbol), Stream.of(otherSpellings)).toList();
    }

    /**
     * The unit that is written so; letter case, surrounding brackets and blanks do not count.
     *
     * @return empty where the catalogue has no such unit
     */
    public static Optional<Unit> spelled(String text) {
        return Optional.ofNullable(BY_SPELLING.get(folded(text)));
    }

    /** The one way the platform itself writes this unit. */
    public String symbol() {
        return symbol;
    }

    public Dimension dimension() {
        return dimension;
    }

    /**
     * The way of a number from this unit to another.
     *
     * @throws IllegalArgumentException if the two measure different things
     */
    public Conversion to(Unit other) {
        if (dimension != other.dimension) {
            throw new IllegalArgumentException("'%s' is a unit of %s, not of %s like '%s'"
                    .formatted(symbol, worded(dimension), worded(other.dimension), other.symbol));
        }
        return scale.to(other.scale);
    }

    private static String worded(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String folded(String text) {
        String bare = text.strip();
        boolean bracketed = bare.matches("\\[.+]|\\(.+\\)");
        return (bracketed ? bare.substring(1, bare.length() - 1).strip() : bare).toLowerCase(Locale.ROOT);
    }
}
