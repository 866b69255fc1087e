package derrick.domain.sensor.exchange.table;

import derrick.domain.sensor.Channel;
import java.util.List;
import java.util.Optional;

/**
 * The mapping of a table's columns to channels and fields, in the order of the columns.
 *
 * @param times how times are read; empty if they are derived
 * @param decimalComma whether numbers have a decimal comma
 */
public record ColumnMapping(List<TableColumn> columns, Optional<TimeReader> times, boolean decimalComma) {
    /** Returns the columns that are mapped to channels. */
    public List<TableColumn.Reading> readings() {
        return only(TableColumn.Reading.class);
    }

    /** Returns the columns that are mapped to fields other than channels. */
    public List<TableColumn.Field> fields() {
        return only(TableColumn.Field.class);
    }

    /** Returns the columns that are not stored. */
    public List<TableColumn.NotKept> notKept() {
        return only(TableColumn.NotKept.class);
    }

    /** Returns the column that is mapped to a channel. */
    public Optional<TableColumn.Reading> findReading(Channel channel) {
        return readings().stream()
                .filter(reading -> reading.channel() == channel)
                .findAny();
    }

    /** Returns the column that is mapped to a field. */
    public Optional<TableColumn.Field> findField(String name) {
        return fields().stream().filter(field -> field.field().equals(name)).findAny();
    }

    private <C extends TableColumn> List<C> only(Class<C> kind) {
        return columns.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
