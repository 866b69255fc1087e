package derrick.domain.sensor.exchange.table;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.time.TimeForm;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a table beside what it says itself; it wins over the table.
 *
 * @param rig the rig whose table it is: rows that name none are its, rows that name another are rejected
 * @param targets column to what it is taken for: a channel's key, {@code timestamp}, {@code rig_id}, {@code status},
 *     {@code time_source}, or {@link #LEFT_OUT}. Columns are named as in the header, with or without the unit there
 * @param units what unit each column is in
 * @param zone the zone of times that have no offset
 * @param nulls the numbers and words that mean "no value"
 * @param start the time of the first row of a table that has depths and no times
 * @param layout how the table is written
 */
public record TableOptions(
        Optional<RigId> rig,
        Map<String, String> targets,
        NamedUnits units,
        Optional<ZoneId> zone,
        NullMarkers nulls,
        Optional<Instant> start,
        TableLayout layout) {
    /** What a column is taken for that is not to be kept. */
    public static final String LEFT_OUT = "none";

    /** Nothing is known but what the table says. */
    public static final TableOptions NONE = new TableOptions(
            Optional.empty(),
            Map.of(),
            NamedUnits.NONE,
            Optional.empty(),
            NullMarkers.USUAL,
            Optional.empty(),
            TableLayout.UNKNOWN);

    /**
     * The units that columns are in, in any spelling that {@link derrick.domain.quantity.Unit} reads.
     *
     * @param overrule whether they count even where the table itself writes another unit
     */
    public record NamedUnits(Map<String, String> byColumn, boolean overrule) {
        static final NamedUnits NONE = new NamedUnits(Map.of(), false);
    }

    /**
     * How a table is written, as far as somebody said so; what is empty is found out.
     *
     * @param times how its times are written
     * @param decimal the sign before the decimals of its numbers, a point or a comma
     * @param headerLine the line that names the columns, the first is 1
     */
    public record TableLayout(Optional<TimeForm> times, Optional<Character> decimal, Optional<Long> headerLine) {
        /** Nothing is said. */
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

    /** With units that count even where the table itself writes others. */
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
