package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.Unit;
import derrick.domain.sensor.Channel;

/** A column of a table, and what becomes of it. */
public sealed interface TableColumn {
    /** The column's head, as the table writes it, without blanks around it. */
    String header();

    /** Its numbers are a channel's readings; they come in this unit and are converted to the stored one. */
    record Reading(String header, Channel channel, Unit unit) implements TableColumn {}

    /**
     * It says which rig's the row is, when it was taken, or what its status is.
     *
     * @param field one of the names of {@link derrick.domain.sensor.exchange.FieldName} that is no channel's
     */
    record Field(String header, String field) implements TableColumn {}

    /** It is left out, for the reason given. */
    record NotKept(String header, String reason) implements TableColumn {}
}
