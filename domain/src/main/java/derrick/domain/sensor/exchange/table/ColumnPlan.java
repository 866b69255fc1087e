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
public record ColumnPlan(List<Column> columns, Optional<TimeReader> times, boolean decimalComma) {
    /** The columns that are taken for channels. */
    public List<Column.Reading> readings() {
        return only(Column.Reading.class);
    }

    /** The columns that say whose, when and what of a row. */
    public List<Column.Field> fields() {
        return only(Column.Field.class);
    }

    /** The columns that are left out. */
    public List<Column.NotKept> notKept() {
        return only(Column.NotKept.class);
    }

    /** The column that is taken for a channel. */
    public Optional<Column.Reading> findReading(Channel channel) {
        return readings().stream()
                .filter(reading -> reading.channel() == channel)
                .findAny();
    }

    /** The column that is taken for one of the fields that are no channels. */
    public Optional<Column.Field> findField(String name) {
        return fields().stream().filter(field -> field.field().equals(name)).findAny();
    }

    private <C extends Column> List<C> only(Class<C> kind) {
        return columns.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
