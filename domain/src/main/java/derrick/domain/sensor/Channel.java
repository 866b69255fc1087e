package derrick.domain.sensor;

import derrick.domain.quantity.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A quantity that the platform keeps of a rig, in the one unit it is stored in. The order is the order of the table.
 */
public enum Channel {
    DEPTH(Unit.METRE, "Hole depth, measured"),
    BIT_DEPTH(Unit.METRE, "Bit depth, measured"),
    BLOCK_POSITION(Unit.METRE, "Height of the travelling block"),
    WOB(Unit.TONNE_FORCE, "Weight on bit"),
    HOOK_LOAD(Unit.TONNE_FORCE, "Hook load"),
    RPM(Unit.PER_MINUTE, "Rotary speed"),
    TORQUE(Unit.NEWTON_METRE, "Surface torque"),
    ROP(Unit.METRE_PER_HOUR, "Rate of penetration"),
    MUD_FLOW(Unit.LITRE_PER_MINUTE, "Mud flow in"),
    MUD_FLOW_OUT(Unit.LITRE_PER_MINUTE, "Mud flow out"),
    MUD_PRESSURE(Unit.BAR, "Standpipe pressure"),
    MUD_TEMPERATURE(Unit.DEGREE_CELSIUS, "Mud temperature"),
    MUD_DENSITY(Unit.GRAM_PER_CUBIC_CENTIMETRE, "Mud density in"),
    PIT_VOLUME(Unit.CUBIC_METRE, "Active pit volume"),
    TOTAL_GAS(Unit.PERCENT, "Total gas"),
    GAMMA_RAY(Unit.GAMMA_API, "Natural gamma ray"),
    RESISTIVITY(Unit.OHM_METRE, "Formation resistivity"),
    DENSITY(Unit.GRAM_PER_CUBIC_CENTIMETRE, "Formation bulk density"),
    POROSITY(Unit.FRACTION, "Formation porosity"),
    VIBRATION(Unit.STANDARD_GRAVITY, "Lateral vibration, rms");

    /** All channels, in the order of the table; saves the copy that {@link #values()} makes. */
    public static final List<Channel> ALL = List.of(values());

    private static final Map<String, Channel> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Channel::key, Function.identity()));

    private final String key = name().toLowerCase(Locale.ROOT);
    private final Unit unit;
    private final String title;

    Channel(Unit unit, String title) {
        this.unit = unit;
        this.title = title;
    }

    /** The channel that goes by this name in tables and documents. */
    public static Optional<Channel> named(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The name in tables and documents: snake_case. */
    public String key() {
        return key;
    }

    /** The unit that every stored value of this channel is in. */
    public Unit unit() {
        return unit;
    }

    /** What a driller calls it. */
    public String title() {
        return title;
    }
}
