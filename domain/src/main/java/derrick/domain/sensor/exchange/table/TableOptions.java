package derrick.domain.sensor.exchange.table;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.time.TimeForm;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Options for reading a table; they override what the table says.
 *
 * @param rig the rig of the table: rows without a rig get this one, rows of another rig are rejected
 * @param targets target of each column: a channel's key, {@code timestamp}, {@code rig_id}, {@code status},
 *     {@code time_source}, or {@link #LEFT_OUT}. Columns are named as in the header, with or without the unit there
 * @param units the units of columns
 * @param zone the zone of times that have no offset
 * @param nulls the numbers and words that mean "no value"
 * @param start the time of the first row of a table that has depths and no times
 * @param layout how the table is formatted
 */
public record TableOptions(
        Optional<RigId> rig,
        Map<String, String> targets,
        NamedUnits units,
        Optional<ZoneId> zone,
        NullMarkers nulls,
        Optional<Instant> start,
        TableLayout layout) {
    /** The target of a column that is not stored. */
    public static final String LEFT_OUT = "none";

    /** No options. */
    public static final TableOptions NONE = new TableOptions(
            Optional.empty(),
            Map.of(),
            NamedUnits.NONE,
            Optional.empty(),
            NullMarkers.USUAL,
            Optional.empty(),
            TableLayout.UNKNOWN);

    /**
     * The units of columns, in any spelling that {@link derrick.domain.quantity.Unit} reads.
     *
     * @param override whether they override units in the table
     */
    public record NamedUnits(Map<String, String> byColumn, boolean override) {
        static final NamedUnits NONE = new NamedUnits(Map.of(), false);
    }

    /**
     * The format of a table; what is empty is detected.
     *
     * @param times the form of its times
     * @param decimal its decimal separator, a point or a comma
     * @param headerLine the number of its header line; the first line is 1
     */
    public record TableLayout(Optional<TimeForm> times, Optional<Character> decimal, Optional<Long> headerLine) {
        /** Everything is detected. */
        public static final TableLayout UNKNOWN = new TableLayout(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public TableOptions withRig(RigId known) {
        return new TableOptions(Optional.of(known), targets, units, zone, nulls, start, layout);
    }

    public TableOptions withTargets(Map<String, String> known) {
        return new TableOptions(rig, Map.copyOf(known), units, zone, nulls, start, layout);
    }

    public TableOptions withUnits(Map<String, String> known) {
        return new TableOptions(rig, targets, new NamedUnits(Map.copyOf(known), false), zone, nulls, start, layout);
    }

    /** Returns these options with units that override those in the table. */
    public TableOptions withUnitsForced(Map<String, String> known) {
        return new TableOptions(rig, targets, new NamedUnits(Map.copyOf(known), true), zone, nulls, start, layout);
    }

    public TableOptions withZone(ZoneId known) {
        return new TableOptions(rig, targets, units, Optional.of(known), nulls, start, layout);
    }

    public TableOptions withNulls(NullMarkers known) {
        return new TableOptions(rig, targets, units, zone, known, start, layout);
    }

    public TableOptions withStart(Instant known) {
        return new TableOptions(rig, targets, units, zone, nulls, Optional.of(known), layout);
    }

    public TableOptions withLayout(TableLayout known) {
        return new TableOptions(rig, targets, units, zone, nulls, start, known);
    }
}
