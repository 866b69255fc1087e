package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.Unit;
import derrick.domain.sensor.Channel;

/** A column of a table and what it is mapped to. */
public sealed interface TableColumn {
    /** Returns the column's header, without surrounding blanks. */
    String header();

    /** A column of a channel, with the unit of its numbers. */
    record Reading(String header, Channel channel, Unit unit) implements TableColumn {}

    /**
     * A column of the rig, the time, the status or the time source.
     *
     * @param field a name of {@link derrick.domain.sensor.exchange.FieldName} that is not a channel
     */
    record Field(String header, String field) implements TableColumn {}

    /** A column that is not stored, and the reason. */
    record NotKept(String header, String reason) implements TableColumn {}
}
