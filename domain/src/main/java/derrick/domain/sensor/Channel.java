package derrick.domain.sensor;

import derrick.domain.quantity.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A quantity that is measured on a rig, with its stored unit. The order is that of the columns in the table.
 */
public enum Channel {
    DEPTH(Unit.METRE, Unit.METRE, Unit.FOOT, "Hole depth, measured"),
    BIT_DEPTH(Unit.METRE, Unit.METRE, Unit.FOOT, "Bit depth, measured"),
    BLOCK_POSITION(Unit.METRE, Unit.METRE, Unit.FOOT, "Height of the travelling block"),
    WOB(Unit.TONNE_FORCE, Unit.TONNE_FORCE, Unit.KILOPOUND_FORCE, "Weight on bit"),
    HOOK_LOAD(Unit.TONNE_FORCE, Unit.TONNE_FORCE, Unit.KILOPOUND_FORCE, "Hook load"),
    RPM(Unit.PER_MINUTE, "Rotary speed"),
    TORQUE(Unit.NEWTON_METRE, Unit.KILONEWTON_METRE, Unit.FOOT_POUND, "Surface torque"),
    ROP(Unit.METRE_PER_HOUR, Unit.METRE_PER_HOUR, Unit.FOOT_PER_HOUR, "Rate of penetration"),
    MUD_FLOW(Unit.LITRE_PER_MINUTE, Unit.LITRE_PER_MINUTE, Unit.US_GALLON_PER_MINUTE, "Mud flow in"),
    MUD_FLOW_OUT(Unit.LITRE_PER_MINUTE, Unit.LITRE_PER_MINUTE, Unit.US_GALLON_PER_MINUTE, "Mud flow out"),
    MUD_PRESSURE(Unit.BAR, Unit.BAR, Unit.POUND_PER_SQUARE_INCH, "Standpipe pressure"),
    MUD_TEMPERATURE(Unit.DEGREE_CELSIUS, Unit.DEGREE_CELSIUS, Unit.DEGREE_FAHRENHEIT, "Mud temperature"),
    MUD_DENSITY(
            Unit.GRAM_PER_CUBIC_CENTIMETRE, Unit.GRAM_PER_CUBIC_CENTIMETRE, Unit.POUND_PER_US_GALLON, "Mud density in"),
    PIT_VOLUME(Unit.CUBIC_METRE, Unit.CUBIC_METRE, Unit.BARREL, "Active pit volume"),
    TOTAL_GAS(Unit.PERCENT, "Total gas"),
    GAMMA_RAY(Unit.GAMMA_API, "Natural gamma ray"),
    RESISTIVITY(Unit.OHM_METRE, "Formation resistivity"),
    DENSITY(Unit.GRAM_PER_CUBIC_CENTIMETRE, "Formation bulk density"),
    POROSITY(Unit.FRACTION, Unit.PERCENT, Unit.PERCENT, "Formation porosity"),
    VIBRATION(Unit.STANDARD_GRAVITY, "Lateral vibration, rms");

    /** A set of units, one for each channel. */
    public enum UnitSystem {
        /** The units of stored values. */
        CANONICAL,
        /** The units of metric rigs. */
        METRIC,
        /** The units of US rigs: feet, pounds, gallons. */
        FIELD
    }

    /** All channels, in the order of the table; unlike {@link #values()}, this does not copy an array. */
    public static final List<Channel> ALL = List.of(values());

    private static final Map<String, Channel> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Channel::key, Function.identity()));

    private final String key = name().toLowerCase(Locale.ROOT);
    private final Unit unit;
    private final Unit metric;
    private final Unit field;
    private final String title;

    /** A channel with the same unit in all unit systems. */
    Channel(Unit unit, String title) {
        this(unit, unit, unit, title);
    }

    Channel(Unit unit, Unit metric, Unit field, String title) {
        this.unit = unit;
        this.metric = metric;
        this.field = field;
        this.title = title;
    }

    /** Returns the channel with a name in tables and documents. */
    public static Optional<Channel> named(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** Returns the name in tables and documents, in snake_case. */
    public String key() {
        return key;
    }

    /** Returns the unit of stored values. */
    public Unit unit() {
        return unit;
    }

    /** Returns the unit in a unit system. */
    public Unit unit(UnitSystem system) {
        return switch (system) {
            case CANONICAL -> unit;
            case METRIC -> metric;
            case FIELD -> field;
        };
    }

    /** Returns the name for people. */
    public String title() {
        return title;
    }
}
