package derrick.domain.sensor.exchange.table;

import static java.util.Map.entry;

import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.FieldName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The known column names: those of the platform, of service companies, and the mnemonics of WITS and LAS. If several
 * columns of a table have one target, the name that is first in the list is taken.
 *
 * <p>The rotary speed at the surface is before the speed at the bit, which includes the mud motor. The mud temperature
 * is that of the returning mud. Mud temperature in and true vertical depths are not known.
 */
final class KnownColumns {
    /** A column's target and the rank of its name; the lowest rank is preferred. */
    record Known(String target, int rank) {}

    /** Names of columns of times, dates and times of day; their values tell which it is. */
    private static final List<String> TIMES = List.of(
            "Timestamp UTC",
            "Time UTC",
            "DateTime UTC",
            "UTC Time",
            "UTC DateTime",
            "UTC",
            "DateTime",
            "DateTime parsed",
            "Date and Time",
            "Time Stamp",
            "Time Date",
            "Rig Time",
            "Rig DateTime",
            "Rig Date",
            "Log Time",
            "Log Date",
            "Record Time",
            "Record Date",
            "Recorded At",
            "Sample Time",
            "Sample Date",
            "Measured At",
            "Time",
            "Date",
            "Local Time",
            "Local DateTime",
            "Local Date",
            "Time Local",
            "DateTime Local",
            "GPS Time",
            "Epoch",
            "Epoch Time",
            "Unix Time",
            "Unix Timestamp",
            "Time of Day",
            "Clock",
            "Clock Time",
            "YYYY/MM/DD HH:MM:SS",
            "YYYY/MM/DD",
            "DD/MM/YYYY",
            "MM/DD/YYYY",
            "YY/MM/DD",
            "HH:MM:SS",
            "HH:MM",
            "ts",
            "tid",
            "tidspunkt",
            "dato",
            "dato tid",
            "dato og tid",
            "datum",
            "datum zeit",
            "zeit",
            "uhrzeit",
            "zeitstempel",
            "fecha",
            "hora",
            "fecha hora",
            "fecha y hora",
            "data hora");

    private static final Map<String, List<String>> ALIASES = Map.ofEntries(
            entry("timestamp", TIMES),
            entry(
                    "depth",
                    List.of(
                            "Hole Depth",
                            "Hole Depth (MD)",
                            "Hole Depth (meas)",
                            "Depth Hole (meas)",
                            "Depth Hole (MD)",
                            "Depth Hole",
                            "Hole MD",
                            "Total Depth",
                            "Total Depth MD",
                            "Measured Depth",
                            "Measured Depth (MD)",
                            "Depth",
                            "Depth (MD)",
                            "MD Depth",
                            "Measured Hole Depth",
                            "DMEA",
                            "DEPTMEAS",
                            "DEPT",
                            "MD")),
            entry(
                    "bit_depth",
                    List.of(
                            "Bit Depth",
                            "Bit Depth (MD)",
                            "Bit Depth (meas)",
                            "Depth Bit (meas)",
                            "Depth Bit (MD)",
                            "Depth Bit",
                            "Bit MD",
                            "Bit Measured Depth",
                            "Bit Position",
                            "BITDEP",
                            "DBTM",
                            "DEPTBITM",
                            "BDEP")),
            entry(
                    "block_position",
                    List.of(
                            "Block Position",
                            "Block Height",
                            "Block Pos",
                            "Travelling Block Position",
                            "Traveling Block Position",
                            "BLOCKCOMP",
                            "BPOS",
                            "BLKPOS")),
            entry(
                    "wob",
                    List.of(
                            "Weight on Bit",
                            "Weight on Bit (surf,avg)",
                            "Surface Weight on Bit",
                            "Surface WOB",
                            "WOB (Surface)",
                            "Bit Weight",
                            "WOB_AVG",
                            "WOBA",
                            "SWOB")),
            entry("hook_load", List.of("Hookload", "Hookload (avg)", "HKLD_AVG", "HKLA", "HKLD", "HKL")),
            entry(
                    "rpm",
                    List.of(
                            "Rotary Speed",
                            "Rotary Speed (surf,avg)",
                            "Rotary RPM",
                            "Top Drive RPM",
                            "TD RPM",
                            "Surface RPM",
                            "SURF_RPM",
                            "RPM_AVG",
                            "RPMA",
                            "BIT_RPM_AVG")),
            entry(
                    "torque",
                    List.of(
                            "Surface Torque",
                            "Rotary Torque",
                            "Rotary Torque (surf,avg)",
                            "Torque (surf,avg)",
                            "Top Drive Torque",
                            "TD Torque",
                            "Convertible Torque",
                            "TORQUE_AVG",
                            "TQA",
                            "TORQA",
                            "TRQ",
                            "STOR")),
            entry(
                    "rop",
                    List.of("Rate of Penetration", "Rate of Penetration (avg)", "ROP_AVG", "ROPA", "On Bottom ROP")),
            entry(
                    "mud_flow",
                    List.of(
                            "Mud Flow In",
                            "Mud Flow In (avg)",
                            "Mud Flow Rate In",
                            "Flow In",
                            "Flow In Rate",
                            "Flow Rate In",
                            "In Flow",
                            "Total Pump Output",
                            "Pump Output",
                            "Flow Pumps",
                            "FLOWIN",
                            "MFIA",
                            "MFI",
                            "TFLO")),
            entry(
                    "mud_flow_out",
                    List.of(
                            "Mud Flow Out",
                            "Mud Flow Out (avg)",
                            "Mud Flow Rate Out",
                            "Flow Out",
                            "Flow Out Rate",
                            "Flow Rate Out",
                            "Out Flow",
                            "FLOWOUT",
                            "MFOA",
                            "MFO")),
            entry(
                    "mud_pressure",
                    List.of(
                            "Standpipe Pressure",
                            "Stand Pipe Pressure",
                            "Standpipe Pressure (avg)",
                            "SPP",
                            "SPPA",
                            "SPP_AVG",
                            "Pump Pressure",
                            "PUMP")),
            entry(
                    "mud_temperature",
                    List.of(
                            "Mud Temperature Out",
                            "Mud Temp Out",
                            "Mud Temperature Out (avg)",
                            "Temperature Out",
                            "MTOUT",
                            "MTOA")),
            entry(
                    "mud_density",
                    List.of("Mud Density In", "Mud Density In (avg)", "Mud Weight In", "MWIN", "MDIA", "Mud Weight")),
            entry(
                    "pit_volume",
                    List.of(
                            "Active Pit Volume",
                            "Tank Volume (active)",
                            "Active Tank Volume",
                            "Active Mud Volume",
                            "PITTOT",
                            "TVA",
                            "TVOLACT",
                            "Total Mud Volume")),
            entry("total_gas", List.of("Gas Total", "Gas (avg)", "TOTGAS", "GASA", "TGAS")),
            entry("gamma_ray", List.of("Gamma", "Natural Gamma Ray", "USROP Gamma", "MWD Gamma Ray", "GR", "GRA")),
            entry("resistivity", List.of("Formation Resistivity", "RT", "RDEP", "ILD", "LLD")),
            entry("density", List.of("Bulk Density", "Formation Bulk Density", "RHOB")),
            entry("porosity", List.of("Formation Porosity", "Neutron Porosity", "NPHI")),
            entry("vibration", List.of("Lateral Vibration")));

    private static final Pattern AVERAGE = Pattern.compile("^(?:averaged?|avg)|(?:averaged?|avg)$");

    /** Larger than the index of any name in a list. */
    private static final int AVERAGED = 100;

    private static final Map<String, Known> BY_NAME = byName();

    private KnownColumns() {}

    /**
     * Returns the target of a column name. Only letters, digits and % are compared, in upper or lower case. A word for
     * "average" before or after a known name is ignored, but gives the column a lower preference.
     */
    static Optional<Known> find(String name) {
        String folded = folded(name);
        Known known = BY_NAME.get(folded);
        if (known != null) {
            return Optional.of(known);
        }
        String bare = AVERAGE.matcher(folded).replaceFirst("");
        return bare.equals(folded)
                ? Optional.empty()
                : Optional.ofNullable(BY_NAME.get(bare))
                        .filter(averaged -> Channel.named(averaged.target()).isPresent())
                        .map(averaged -> new Known(averaged.target(), averaged.rank() + AVERAGED));
    }

    private static Map<String, Known> byName() {
        Map<String, Known> known = new HashMap<>();
        for (String target : FieldName.ALL) {
            known.put(folded(target), new Known(target, 0));
            List<String> aliases = ALIASES.getOrDefault(target, List.of());
            for (int i = 0; i < aliases.size(); i++) {
                known.putIfAbsent(folded(aliases.get(i)), new Known(target, i + 1));
            }
        }
        return Map.copyOf(known);
    }

    private static String folded(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}%]", "").toLowerCase(Locale.ROOT);
    }
}
