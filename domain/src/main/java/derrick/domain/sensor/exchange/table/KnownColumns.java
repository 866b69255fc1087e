package derrick.domain.sensor.exchange.table;

import static java.util.Map.entry;

import derrick.domain.sensor.exchange.FieldName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names by which columns are known: the platform's own, then those of service companies and the mnemonics of WITS
 * and LAS. Where a table has several columns for one target, the name that stands first here is taken.
 *
 * <p>Surface speed stands before the speed at the bit, which a mud motor adds to. Mud temperature is that of the mud
 * that returns; the temperature going in is another quantity and is not known here. Vertical depths are not known
 * either.
 */
final class KnownColumns {
    /** What a column is known as, and how well: the lower the rank, the better. */
    record Known(String target, int rank) {}

    private static final Map<String, List<String>> ALIASES = Map.ofEntries(
            entry("timestamp", List.of("DateTime", "DateTime parsed", "Date Time", "Date/Time", "Time")),
            entry(
                    "depth",
                    List.of(
                            "Hole Depth",
                            "Hole Depth (MD)",
                            "Total Depth",
                            "Measured Depth",
                            "Measured Depth (MD)",
                            "Depth",
                            "Depth (MD)",
                            "DMEA",
                            "DEPTMEAS",
                            "DEPT",
                            "MD")),
            entry("bit_depth", List.of("Bit Depth", "Bit Depth (MD)", "BITDEP", "DBTM", "DEPTBITM", "BDEP")),
            entry("block_position", List.of("Block Position", "Block Height", "BLOCKCOMP", "BPOS", "BLKPOS")),
            entry("wob", List.of("Weight on Bit", "Average Weight on Bit", "WOB_AVG", "WOBA", "SWOB")),
            entry("hook_load", List.of("Hookload", "Average Hookload", "HKLD_AVG", "HKLA", "HKLD", "HKL")),
            entry(
                    "rpm",
                    List.of(
                            "Rotary Speed",
                            "Average Rotary Speed",
                            "Surface RPM",
                            "SURF_RPM",
                            "RPM_AVG",
                            "RPMA",
                            "BIT_RPM_AVG")),
            entry(
                    "torque",
                    List.of("Surface Torque", "Average Surface Torque", "TORQUE_AVG", "TQA", "TORQA", "TRQ", "STOR")),
            entry("rop", List.of("Rate of Penetration", "Average Rate of Penetration", "ROP_AVG", "ROPA")),
            entry("mud_flow", List.of("Mud Flow In", "Flow In", "FLOWIN", "MFIA", "MFI")),
            entry("mud_flow_out", List.of("Mud Flow Out", "Flow Out", "FLOWOUT", "MFOA", "MFO")),
            entry(
                    "mud_pressure",
                    List.of(
                            "Standpipe Pressure",
                            "Average Standpipe Pressure",
                            "SPP",
                            "SPPA",
                            "SPP_AVG",
                            "Pump Pressure",
                            "PUMP")),
            entry("mud_temperature", List.of("Mud Temperature Out", "MTOUT", "MTOA")),
            entry("mud_density", List.of("Mud Density In", "Mud Weight In", "MWIN", "MDIA", "Mud Weight")),
            entry("pit_volume", List.of("Active Pit Volume", "PITTOT", "TVA", "TVOLACT")),
            entry("total_gas", List.of("TOTGAS", "GASA", "TGAS")),
            entry("gamma_ray", List.of("Gamma", "Natural Gamma Ray", "USROP Gamma", "GR", "GRA")),
            entry("resistivity", List.of("Formation Resistivity", "RT", "RDEP", "ILD", "LLD")),
            entry("density", List.of("Bulk Density", "Formation Bulk Density", "RHOB")),
            entry("porosity", List.of("Formation Porosity", "Neutron Porosity", "NPHI")),
            entry("vibration", List.of("Lateral Vibration")));

    private static final Map<String, Known> BY_NAME = byName();

    private KnownColumns() {}

    /** What a column of this name is known as; only letters and digits count, and their case does not. */
    static Optional<Known> find(String name) {
        return Optional.ofNullable(BY_NAME.get(folded(name)));
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
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
