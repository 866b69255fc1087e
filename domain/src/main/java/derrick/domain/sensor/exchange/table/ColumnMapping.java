package derrick.domain.sensor.exchange.table;

import derrick.domain.sensor.Channel;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of each column of a table, in the order of the table.
 *
 * @param times how the times are read; empty where they are derived
 * @param decimalComma whether the decimals of numbers stand behind a comma
 */
public record ColumnMapping(List<TableColumn> columns, Optional<TimeReader> times, boolean decimalComma) {
    /** The columns that are taken for channels. */
    public List<TableColumn.Reading> readings() {
        return only(TableColumn.Reading.class);
    }

    /** The columns that say whose, when and what of a row. */
    public List<TableColumn.Field> fields() {
        return only(TableColumn.Field.class);
    }

    /** The columns that are left out. */
    public List<TableColumn.NotKept> notKept() {
        return only(TableColumn.NotKept.class);
    }

    /** The column that is taken for a channel. */
    public Optional<TableColumn.Reading> findReading(Channel channel) {
        return readings().stream()
                .filter(reading -> reading.channel() == channel)
                .findAny();
    }

    /** The column that is taken for one of the fields that are no channels. */
    public Optional<TableColumn.Field> findField(String name) {
        return fields().stream().filter(field -> field.field().equals(name)).findAny();
    }

    private <C extends TableColumn> List<C> only(Class<C> kind) {
        return columns.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
